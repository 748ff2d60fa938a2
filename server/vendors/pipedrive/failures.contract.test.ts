import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { failureOf } from "@/server/testing/failure-of";
import { grantPipedrive } from "@/server/testing/vendor-grants";
import { systemClock } from "../../lib/clock";
import { VendorError } from "../http/vendor-error";
import { createPipedriveClient } from "./client";
import type { PipedriveClient } from "./client";
import { openGate } from "./gate";
import type { Gate } from "./gate";

const deps = { clock: systemClock, log: pino({ level: "silent" }) };

let sandbox: Sandbox;
let token: string;
let client: PipedriveClient;

function clientWith(change: Partial<Parameters<typeof createPipedriveClient>[0]>): PipedriveClient {
  const accessToken = () => Promise.resolve(token);
  return createPipedriveClient({
    apiBaseUrl: sandbox.pipedrive.url,
    accessToken,
    gate: openGate,
    ...deps,
    ...change,
  });
}

beforeAll(async () => {
  sandbox = await startSandbox();
});

beforeEach(async () => {
  sandbox.pipedrive.control.reset();
  token = (await grantPipedrive(sandbox.pipedrive)).accessToken;
  client = clientWith({});
});

afterAll(() => sandbox.stop());

describe("what goes wrong", () => {
  it("refreshes once after a 401, and goes on", async () => {
    const good = token;
    token = "worn-out";
    let refreshed = 0;
    const onUnauthorized = () => {
      refreshed += 1;
      token = good;
      return Promise.resolve();
    };
    await clientWith({ onUnauthorized }).me();
    expect(refreshed).toBe(1);
  });

  it("keeps Pipedrive's code and words of a refused body", async () => {
    const custom_fields = { ["0".repeat(40)]: "x" };
    const error = await failureOf(VendorError, client.createDeal({ title: "t", custom_fields }));
    expect(error).toMatchObject({
      kind: "invalid",
      code: "ERR_SCHEMA_VALIDATION_FAILED",
      mayHaveHappened: false,
    });
    expect(error.userMessage).toContain("Pipedrive refused the data.");
  });

  it("knows that a create may have happened when the answer was a 500 or was lost", async () => {
    const path = "/api/v2/deals";
    for (const fault of [{ status: 500 }, { drop: true }, { status: 200, body: "<html>" }]) {
      sandbox.pipedrive.control.addFault({ method: "POST", path, when: "after", ...fault });
      const error = await failureOf(VendorError, client.createDeal({ title: "lost" }));
      expect(error.mayHaveHappened).toBe(true);
    }
    const lost = sandbox.pipedrive.control.state().deals.filter((deal) => deal["title"] === "lost");
    expect(lost).toHaveLength(3);
  });

  it("says when to come back after a 429", async () => {
    sandbox.pipedrive.control.setSwitches({ burstOAuth: 1 });
    await client.me();
    const error = await failureOf(VendorError, client.me());
    expect(error).toMatchObject({ kind: "rate_limited", status: 429 });
    expect(error.retryAfterMs).toBeGreaterThan(0);
  });

  it("refuses a value that is no number before it leaves", async () => {
    const error = await failureOf(VendorError, client.createDeal({ title: "t", value: Number.NaN }));
    expect(error).toMatchObject({ kind: "invalid", mayHaveHappened: false });
  });

  it("calls a permission that is missing by its name", async () => {
    sandbox.pipedrive.control.setSwitches({ appScopes: ["base", "deals:read"] });
    token = (await grantPipedrive(sandbox.pipedrive)).accessToken;
    expect(await failureOf(VendorError, client.createDeal({ title: "t" }))).toMatchObject({
      kind: "forbidden",
      status: 403,
    });
  });
});

describe("the gate", () => {
  it("is asked the price before and told the answer after each call, bad ones too", async () => {
    const seen: unknown[] = [];
    const gate: Gate = {
      before: (tokens, kind) => {
        seen.push([tokens, kind]);
        return Promise.resolve();
      },
      after: ({ status, headers, kind }) => {
        seen.push([status, headers.get("x-ratelimit-limit"), kind]);
        return Promise.resolve();
      },
    };
    const gated = clientWith({ gate });
    await gated.me();
    await gated.getDeal(987_654_321);
    expect(seen).toEqual([
      [2, "general"],
      [200, "80", "general"],
      [1, "general"],
      [404, "80", "general"],
    ]);
  });

  it("stops a call before anything is sent", async () => {
    class Stop extends Error {}
    const gate: Gate = { ...openGate, before: () => Promise.reject(new Stop()) };
    const before = sandbox.pipedrive.control.state().requests.length;
    await failureOf(Stop, clientWith({ gate }).createDeal({ title: "t" }));
    expect(sandbox.pipedrive.control.state().requests).toHaveLength(before);
  });
});
