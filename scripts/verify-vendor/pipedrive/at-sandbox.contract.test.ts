import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "../../../sandbox/start-sandbox";
import type { Sandbox } from "../../../sandbox/start-sandbox";
import { Listener } from "../probe/listener";
import { switchesOf } from "../question";
import { pipedriveVariables } from "../testing/sandbox-credentials";
import { movedTime, verifyInput } from "../testing/verify-input";
import { verifyVendor } from "../verify-vendor";
import { pipedriveKit } from "./kit";
import { pipedriveQuestions } from "./questions";

/** Switches that settle no open point, or one that nobody can settle by asking; with the reason. */
const NOT_ASKED: Readonly<Record<string, string>> = {
  appScopes: "what the app was given, not a habit of the vendor",
  burstOAuth: "the size of a plan, which the headers tell",
  burstApiToken: "the size of a plan, which the headers tell",
  burstSearch: "the size of a plan, which the headers tell",
  dailyTokens: "the size of a plan, which the headers tell",
  budgetMustCoverCost: "the day's budget would have to be used up, which stops every app of the company",
  banAfterRefusals: "it would mean to go on after refusals",
  banMs: "it would mean to go on after refusals",
  dealLimit: "the size of a plan, known from the price list",
  dealsBeyondLimit: "the company would have to be filled with deals up to its plan's limit",
  customFieldLimit: "the size of a plan, known from the price list",
};

/** What the stand-in answers where it has no switch. */
const WITHOUT_SWITCH: Readonly<Record<string, string>> = {
  "deleted-field-in-write": "refused",
  "fractional-times": "refused",
  "list-lag": "at once",
  "stage-and-pipeline": "moves",
  "unknown-path": "a web page",
};

const CASES = pipedriveQuestions.flatMap((question) =>
  Object.entries(question.variants).flatMap(([variant, { sandbox }]) =>
    sandbox === undefined ? [] : [{ id: question.id, variant, switches: sandbox }],
  ),
);

describe("the Pipedrive questions at the sandbox", () => {
  let sandbox: Sandbox;
  let listener: Listener;

  beforeAll(async () => {
    sandbox = await startSandbox();
    listener = await Listener.start(0);
  });
  afterEach(() => {
    sandbox.pipedrive.control.reset();
  });
  afterAll(async () => {
    await listener.stop();
    await sandbox.stop();
  });

  async function useUpWindow(token: string): Promise<void> {
    sandbox.pipedrive.control.setSwitches({ burstOAuth: 5 });
    const headers = { authorization: `Bearer ${token}` };
    for (let count = 0; count < 10; count += 1) {
      await (await fetch(`${sandbox.pipedrive.url}/api/v1/users/me`, { headers })).text();
    }
  }

  async function ask(only: readonly string[]) {
    const { control } = sandbox.pipedrive;
    const time = movedTime((ms) => control.advanceClock(ms));
    const variables = await pipedriveVariables(sandbox);
    if (only.some((id) => id.startsWith("limit-")))
      await useUpWindow(variables["VERIFY_PIPEDRIVE_ACCESS_TOKEN"] ?? "");
    return verifyVendor(pipedriveKit, verifyInput({ variables, only, listener, time }));
  }

  it.each(CASES)("$id tells $variant", async ({ id, variant, switches }) => {
    const appScopes = [...sandbox.pipedrive.control.setSwitches({}).appScopes, "webhooks:full"];
    sandbox.pipedrive.control.setSwitches({ appScopes, ...switches });
    // A slow machine lets no window roll by itself; only deliveries need time that passes.
    if (id !== "field-event-name") sandbox.pipedrive.control.moveClock({ frozen: true });
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
    expect(pipedriveQuestions.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });

  it("asks about every switch, or says why not", () => {
    const asked = new Set(pipedriveQuestions.flatMap(switchesOf));
    const open = Object.keys(sandbox.pipedrive.control.setSwitches({})).filter((name) => !asked.has(name));
    expect(open.toSorted()).toEqual(Object.keys(NOT_ASKED).toSorted());
  });

  it("sets every asked switch in more than one way", () => {
    const values = new Map<string, Set<string>>();
    for (const [name, value] of CASES.flatMap(({ switches }) => Object.entries(switches))) {
      values.set(name, (values.get(name) ?? new Set()).add(JSON.stringify(value)));
    }
    expect([...values].filter(([, ways]) => ways.size < 2)).toEqual([]);
  });

  it("answers everything in one run, or says why not, and leaves nothing behind", async () => {
    const { outcomes, left, stopped } = await ask([]);
    expect(outcomes.filter(({ result }) => result === "failed")).toEqual([]);
    expect({ left, stopped }).toEqual({ left: [], stopped: undefined });
    const { deals, organizations } = sandbox.pipedrive.control.state();
    expect([...deals, ...organizations].filter((object) => object["is_deleted"] !== true)).toEqual([]);
  });
});
