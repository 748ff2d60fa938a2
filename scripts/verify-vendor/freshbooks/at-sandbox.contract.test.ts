import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

import { startSandbox } from "../../../sandbox/start-sandbox";
import type { Sandbox } from "../../../sandbox/start-sandbox";
import { Listener } from "../probe/listener";
import { switchesOf } from "../question";
import { reportOutcome } from "../report";
import { freshbooksVariables } from "../testing/sandbox-credentials";
import { sandboxPerson } from "../testing/sandbox-person";
import { movedTime, verifyInput } from "../testing/verify-input";
import { verifyVendor } from "../verify-vendor";
import { freshbooksKit } from "./kit";
import { freshbooksQuestions } from "./questions";

/** Switches that settle no open point, or one that nobody can settle by asking; with the reason. */
const NOT_ASKED: Readonly<Record<string, string>> = {
  copies: "a fault to be made, not a habit to be learnt",
  duplicateNext: "a fault to be made, not a habit to be learnt",
  dropNext: "a fault to be made, not a habit to be learnt",
  reorderNext: "a fault to be made, not a habit to be learnt",
  delayMs: "a fault to be made, not a habit to be learnt",
  disableAfterDrops: "FreshBooks disables after a long time of failing, which would take days",
  disabledSpell: "FreshBooks disables after a long time of failing, which would take days",
  declinedPastDue: "an invoice that shows overdue no longer tells that it was declined",
  pendingPastDue: "an invoice that shows overdue no longer tells that a payment was pending",
};

/** A business away from Eastern time and from UTC, so that three calendars can be told apart. */
const ACCOUNT_IN_BERLIN = "Zz9Yy8";
const ANOTHER_MEMBER = "770003";
const MORE_THAN_A_WINDOW = 30;

/** What the stand-in answers where it has no switch. */
const WITHOUT_SWITCH: Readonly<Record<string, string>> = {
  "delivery-signature": "in received order",
  "missing-scope": "403",
  "version-headers": "no effect",
  "wrong-verifier": "422",
};

const CASES = freshbooksQuestions.flatMap((question) =>
  Object.entries(question.variants).flatMap(([variant, { sandbox }]) =>
    sandbox === undefined ? [] : [{ id: question.id, variant, switches: sandbox }],
  ),
);

describe("the FreshBooks questions at the sandbox", () => {
  let sandbox: Sandbox;
  let listener: Listener;
  let folder: string;

  beforeAll(async () => {
    sandbox = await startSandbox();
    listener = await Listener.start(0);
    folder = mkdtempSync(path.join(tmpdir(), "verify-"));
  });
  afterEach(() => {
    sandbox.freshbooks.control.reset();
  });
  afterAll(async () => {
    await listener.stop();
    await sandbox.stop();
    rmSync(folder, { recursive: true });
  });

  /** What a question finds its answer in, beside what it makes itself. */
  const ARRANGEMENTS: Readonly<Record<string, (token: string) => Promise<Record<string, string>>>> = {
    "day-boundary": () => Promise.resolve({ VERIFY_FRESHBOOKS_ACCOUNT_ID: ACCOUNT_IN_BERLIN }),
    "updated-min": () => haveInvoice(),
    "retry-past-due": () => haveInvoice((id) => sandbox.freshbooks.control.autoBillRetry(id)),
    "failed-past-due": () => haveInvoice((id) => sandbox.freshbooks.control.autoBillFail(id)),
    "resolved-past-due": () => haveInvoice((id) => sandbox.freshbooks.control.resolveInvoice(id)),
    "rate-limit-body": useUpWindow,
    "retry-after-zero": useUpWindow,
  };

  function invoiceHereBefore(isPastDue: boolean): number {
    const { control } = sandbox.freshbooks;
    const customerid = control.createClient({ organization: "Here before" })["id"];
    const dates = isPastDue ? { create_date: "2020-02-20", due_offset_days: 7 } : {};
    const id = z.int().parse(control.createInvoice({ customerid, amount: "10.00", ...dates })["id"]);
    control.markAsSent(id);
    return id;
  }

  function haveInvoice(befall?: (id: number) => unknown): Promise<Record<string, string>> {
    const id = invoiceHereBefore(befall !== undefined);
    befall?.(id);
    return Promise.resolve({});
  }

  async function useUpWindow(token: string): Promise<Record<string, string>> {
    sandbox.freshbooks.control.setSwitches({ rateLimitGeneral: MORE_THAN_A_WINDOW - 1 });
    const headers = { authorization: `Bearer ${token}` };
    for (let count = 0; count < MORE_THAN_A_WINDOW; count += 1) {
      await (await fetch(`${sandbox.freshbooks.url}/auth/api/v1/users/me`, { headers })).text();
    }
    return {};
  }

  async function ask(only: readonly string[]) {
    const { control } = sandbox.freshbooks;
    // A fresh stand-in gives the same tokens again: what was kept of them belongs to the one before.
    rmSync(path.join(folder, "token.json"), { force: true });
    const variables = await freshbooksVariables(sandbox, path.join(folder, "token.json"));
    const arrange = ARRANGEMENTS[only.join()];
    const arranged = await arrange?.(variables["VERIFY_FRESHBOOKS_ACCESS_TOKEN"] ?? "");
    return verifyVendor(
      freshbooksKit,
      verifyInput({
        variables: { ...variables, ...arranged },
        only,
        listener,
        person: sandboxPerson(sandbox, ANOTHER_MEMBER),
        time: movedTime((ms) => control.advanceClock(ms)),
      }),
    );
  }

  it.each(CASES)("$id tells $variant", async ({ id, variant, switches }) => {
    sandbox.freshbooks.control.setSwitches(switches);
    const { outcomes, left } = await ask([id]);
    expect(outcomes).toMatchObject([{ id, result: "answered", variant }]);
    expect(left).toEqual([]);
  });

  it.each(Object.entries(WITHOUT_SWITCH))("%s tells %s", async (id, variant) => {
    const { outcomes, left } = await ask([id]);
    expect(outcomes).toMatchObject([{ id, result: "answered", variant }]);
    expect(left).toEqual([]);
  });

  it("leaves no question untried", () => {
    const tried = new Set([...CASES.map(({ id }) => id), ...Object.keys(WITHOUT_SWITCH)]);
    expect(freshbooksQuestions.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });

  it("asks about every switch, or says why not", () => {
    const asked = new Set(freshbooksQuestions.flatMap(switchesOf));
    const open = Object.keys(sandbox.freshbooks.control.setSwitches({})).filter((name) => !asked.has(name));
    expect(open.toSorted()).toEqual(Object.keys(NOT_ASKED).toSorted());
  });

  it("sets every asked switch in more than one way", () => {
    const values = new Map<string, Set<string>>();
    for (const [name, value] of CASES.flatMap(({ switches }) => Object.entries(switches))) {
      values.set(name, (values.get(name) ?? new Set()).add(JSON.stringify(value)));
    }
    values.delete("handshakeDelayMs");
    expect([...values].filter(([, ways]) => ways.size < 2)).toEqual([]);
  });

  it("goes on with a refresh token that works once, run after run", async () => {
    const tokenFile = path.join(folder, "chain.json");
    const variables = {
      ...(await freshbooksVariables(sandbox, tokenFile)),
      VERIFY_FRESHBOOKS_ACCESS_TOKEN: "",
    };
    const run = () => verifyVendor(freshbooksKit, verifyInput({ variables, only: ["rate-limits"] }));
    expect((await run()).outcomes).toMatchObject([{ result: "answered" }]);
    expect((await run()).outcomes).toMatchObject([{ result: "answered" }]);
    expect(statSync(tokenFile).mode & 0o777).toBe(0o600);
  });

  it("shows none of its secrets", async () => {
    const { outcomes } = await ask([
      "verifier-on-resend",
      "refresh-reuse",
      "unauthenticated-body",
      "id-token",
    ]);
    const text = `${JSON.stringify(outcomes)}${outcomes.map(reportOutcome).join("\n")}`;
    const received = listener.arrivals.flatMap(({ form, query }) => [
      form.get("verifier"),
      query.get("code"),
    ]);
    const secrets = ["sandbox-freshbooks-secret", ...received.filter((value) => value !== null)];
    expect(secrets.length).toBeGreaterThan(4);
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/eyJ|[0-9a-f]{64}/);
  });

  it("answers everything in one run, or says why not, and leaves nothing behind", async () => {
    const { outcomes, left, stopped } = await ask([]);
    expect(outcomes.filter(({ result }) => result === "failed")).toEqual([]);
    expect({ left, stopped }).toEqual({ left: [], stopped: undefined });
    const { clients, invoices, callbacks } = sandbox.freshbooks.control.state();
    expect([...clients, ...invoices].filter((object) => object["vis_state"] !== 1)).toEqual([]);
    expect(callbacks).toEqual([]);
  });
});
