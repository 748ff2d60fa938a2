import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { startSandbox } from "../../sandbox/start-sandbox";
import type { Sandbox } from "../../sandbox/start-sandbox";
import { freshbooksKit } from "./freshbooks/kit";
import type { Outcome } from "./outcome";
import { pipedriveKit } from "./pipedrive/kit";
import { Listener } from "./probe/listener";
import { ProbeError, StopError } from "./probe/probe-error";
import { reportOutcome } from "./report";
import { pipedriveVariables } from "./testing/sandbox-credentials";
import { movedTime, verifyInput } from "./testing/verify-input";
import { verifyVendor } from "./verify-vendor";
import type { VerifyInput } from "./verify-vendor";

const HTML = "<!DOCTYPE html><html><body>Sorry, you have been blocked</body></html>";
const ANYWHERE = { method: "GET", path: "/api/v2/*" };

describe("how the recorder behaves at a service", () => {
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

  async function run(changes: Partial<VerifyInput>) {
    const time = movedTime((ms) => sandbox.pipedrive.control.advanceClock(ms));
    const variables = await pipedriveVariables(sandbox);
    return verifyVendor(pipedriveKit, verifyInput({ variables, time, ...changes }));
  }

  const calls = () => sandbox.pipedrive.control.state().requests.length;
  const living = () => {
    const { deals, organizations } = sandbox.pipedrive.control.state();
    return [...deals, ...organizations].filter((object) => object["is_deleted"] !== true);
  };

  it("writes nothing unless it was told to", async () => {
    const { outcomes } = await run({ mayWrite: false, mayTakeTheNight: false });
    const methods = new Set(sandbox.pipedrive.control.state().requests.map(({ method }) => method));
    expect([...methods]).toEqual(["GET"]);
    expect(outcomes.find(({ id }) => id === "edit-deleted")).toMatchObject({
      result: "undecided",
      reason: "needs --write: it makes objects of its own and takes them away again",
    });
  });

  it("stops at a refusal by a web page, and asks nothing more", async () => {
    sandbox.pipedrive.control.addFault({ ...ANYWHERE, times: 100, status: 403, body: HTML });
    const { outcomes, stopped } = await run({});
    const callsUntilStop = calls();
    expect(stopped).toBeDefined();
    expect(outcomes.filter(({ result }) => result === "failed")).toHaveLength(1);
    expect(outcomes.at(-1)).toMatchObject({ result: "undecided", reason: "the run had ended" });
    expect(callsUntilStop).toBeLessThan(5);
  });

  it("waits once where calls are refused for their number, and then gives up", async () => {
    sandbox.pipedrive.control.addFault({ ...ANYWHERE, times: 100, status: 429, body: { success: false } });
    const { outcomes, stopped } = await run({ only: ["legacy-lists", "unknown-path", "search-limit"] });
    expect(stopped).toBeDefined();
    const failed = outcomes.filter(({ result }) => result === "failed");
    expect(failed.map(({ reason }) => reason)).toEqual([expect.stringMatching(/^The service refuses calls/)]);
  });

  it("takes its token along no redirect", async () => {
    const { url, path } = listener.address();
    sandbox.pipedrive.control.addFault({ ...ANYWHERE, times: 1, status: 302, headers: { location: url } });
    const { outcomes } = await run({ only: ["search-limit"] });
    expect(outcomes).toMatchObject([{ evidence: [expect.stringContaining("answered 302")] }]);
    expect(listener.arrivals.filter((arrival) => arrival.path === path)).toEqual([]);
  });

  it.each([{ drop: true }, { status: 502 }])(
    "tells of what it may have made when %j hid it",
    async (fault) => {
      const lost = { method: "POST", path: "/api/v2/deals", times: 1, when: "after", ...fault } as const;
      sandbox.pipedrive.control.addFault(lost);
      const { left } = await run({ only: ["no-op-patch"] });
      expect(living()).toHaveLength(1);
      expect(left).toEqual([expect.stringMatching(/^perhaps one of the deals, .*ml-connector verify/)]);
    },
  );

  it("takes away what it made when a question breaks half way", async () => {
    sandbox.pipedrive.control.addFault({ method: "PATCH", path: "/api/v2/deals/*", times: 1, drop: true });
    const { outcomes, left } = await run({ only: ["no-op-patch"] });
    expect(outcomes.map(({ result }) => result)).toEqual(["failed"]);
    expect(outcomes[0]?.reason).toMatch(/got no answer/);
    expect(left).toEqual([]);
    expect(living()).toEqual([]);
  });

  it("names what it could not take away", async () => {
    sandbox.pipedrive.control.addFault({
      method: "DELETE",
      path: "/api/v2/deals/*",
      times: 100,
      status: 500,
    });
    const { left } = await run({ only: ["no-op-patch"] });
    expect(left).toEqual([expect.stringMatching(/^deals \d+ \(Deleting deals \d+ did not work/)]);
    expect(living()).toHaveLength(1);
  });

  it("clears up when it is interrupted, and asks nothing more", async () => {
    const interrupt = new AbortController();
    const time = {
      ...movedTime(() => undefined),
      wait: (_ms: number, signal: AbortSignal) => {
        interrupt.abort(new StopError("Interrupted."));
        signal.throwIfAborted();
        return Promise.resolve();
      },
    };
    const only = ["no-op-patch", "null-values"];
    const { outcomes, left } = await run({ only, time, interrupted: interrupt.signal });
    expect(outcomes).toMatchObject([
      { id: "no-op-patch", result: "failed", reason: "Interrupted." },
      { id: "null-values", result: "undecided", reason: "the run had ended" },
    ]);
    expect(left).toEqual([]);
    expect(living()).toEqual([]);
  });

  it("does not begin where the token is refused", async () => {
    const variables = { ...(await pipedriveVariables(sandbox)), VERIFY_PIPEDRIVE_REFRESH_TOKEN: "" };
    const wrong = { ...variables, VERIFY_PIPEDRIVE_ACCESS_TOKEN: "v1u:nobody" };
    await expect(run({ variables: wrong })).rejects.toThrow(ProbeError);
  });

  it("hides its token also where the service quotes it in a refusal", async () => {
    const variables = await pipedriveVariables(sandbox);
    const token = variables["VERIFY_PIPEDRIVE_ACCESS_TOKEN"] ?? "";
    const body = { success: false, error: `The token ${token} is not good enough` };
    sandbox.pipedrive.control.addFault({ method: "GET", path: "/api/v1/users/me", status: 403, body });
    const refusal = await run({ variables }).then(
      () => "",
      (error: unknown) => (error instanceof ProbeError ? error.message : ""),
    );
    expect(refusal).toContain("The token [hidden] is not good enough");
  });

  it("sends no token to a company's address that is not Pipedrive's", async () => {
    const variables = {
      VERIFY_PIPEDRIVE_API_TOKEN: "0123456789",
      VERIFY_PIPEDRIVE_API_DOMAIN: "https://pipedrive.com.elsewhere.example",
    };
    await expect(run({ variables })).rejects.toThrow(/not one of Pipedrive's/);
  });

  it("tells an unknown question by the ones there are", async () => {
    const input = verifyInput({ only: ["no-such-question"] });
    await expect(verifyVendor(freshbooksKit, input)).rejects.toThrow(/There are: error-shape, /);
  });

  it("shows none of its secrets", async () => {
    const variables = await pipedriveVariables(sandbox);
    const shown: Outcome[] = [];
    sandbox.pipedrive.control.setSwitches({ refreshRotates: true });
    await run({ variables, listener, onOutcome: (outcome) => shown.push(outcome) });
    const text = `${JSON.stringify(shown)}${shown.map(reportOutcome).join("\n")}`;
    const secrets = Object.entries(variables).flatMap(([name, value]) =>
      /TOKEN|SECRET/.test(name) ? [value] : [],
    );
    expect(shown.length).toBeGreaterThan(20);
    expect(secrets).toHaveLength(3);
    for (const secret of secrets) expect(text).not.toContain(secret);
  });
});
