import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { startSandbox } from "../start-sandbox";
import type { Sandbox } from "../start-sandbox";
import { at, listAt, numberAt, textAt } from "../testing/call";
import type { Api } from "../testing/call";
import { connectPipedrive } from "../testing/pipedrive-client";

const DEALS = "/api/v2/deals";
const FIELDS = "/api/v2/dealFields";

let sandbox: Sandbox;
let client: Api;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.pipedrive.control.reset();
  client = await connectPipedrive(sandbox.pipedrive.url);
});

function control(): Sandbox["pipedrive"]["control"] {
  return sandbox.pipedrive.control;
}

describe("the plan", () => {
  it.each([
    ["lite", "80", "90000"],
    ["growth", "160", "180000"],
    ["premium", "400", "450000"],
    ["ultimate", "480", "630000"],
  ] as const)(
    "%s gives a window of %s calls and %s tokens a day to three seats",
    async (plan, burst, tokens) => {
      control().setCompany({ plan });
      const { headers } = await client.get("/api/v2/pipelines");
      expect(headers.get("x-ratelimit-limit")).toBe(burst);
      expect(headers.get("x-daily-ratelimit-token-limit")).toBe(tokens);
    },
  );

  it("caps deals, until one is deleted", async () => {
    control().setSwitches({ dealLimit: 1 });
    const made = await client.post(DEALS, { title: "one" });
    const refused = await client.post(DEALS, { title: "two" });
    expect([refused.status, at(refused.body, "code")]).toEqual([403, "feature_capping_deals_limit"]);
    await client.del(`${DEALS}/${numberAt(made.body, "data.id")}`);
    expect((await client.post(DEALS, { title: "two" })).status).toBe(200);
  });

  it("puts deals on a waiting list, where that is so, until there is room", async () => {
    control().setSwitches({ dealLimit: 1, dealsBeyondLimit: "waiting" });
    const first = await client.post(DEALS, { title: "one" });
    const second = await client.post(DEALS, { title: "two" });
    const path = `${DEALS}/${numberAt(second.body, "data.id")}`;
    expect((await client.get(path)).status).toBe(404);
    expect(control().state().waitingDeals).toHaveLength(1);
    await client.del(`${DEALS}/${numberAt(first.body, "data.id")}`);
    expect(at((await client.get(path)).body, "data.title")).toBe("two");
  });

  it("makes the newest fields read-only after a downgrade", async () => {
    const made = await client.post(FIELDS, { field_name: "New", field_type: "varchar" });
    const code = textAt(made.body, "data.field_code");
    const write = () => client.post(DEALS, { title: "x", custom_fields: { [code]: "v" } });
    expect((await write()).status).toBe(200);
    control().setSwitches({ customFieldLimit: 2 });
    const refused = await write();
    expect([refused.status, at(refused.body, "code")]).toEqual([403, "feature_capping_custom_fields_limit"]);
    const old = control()
      .state()
      .dealFields.find((field) => field["field_name"] === "Purchase order");
    const custom_fields = { [textAt(old, "field_code")]: "PO" };
    expect((await client.post(DEALS, { title: "x", custom_fields })).status).toBe(200);
  });

  it("unpaid shuts the company with 402", async () => {
    control().setCompany({ isOpen: false });
    expect((await client.get(DEALS)).status).toBe(402);
    control().setCompany({ isOpen: true });
    expect((await client.get(DEALS)).status).toBe(200);
  });
});

describe("permissions", () => {
  it("let a plain user write deals, and not make fields", async () => {
    const plain = await connectPipedrive(sandbox.pipedrive.url, 987655);
    expect((await plain.post(DEALS, { title: "x" })).status).toBe(200);
    expect((await plain.get(FIELDS)).status).toBe(200);
    const refused = await plain.post(FIELDS, { field_name: "x", field_type: "varchar" });
    expect([refused.status, at(refused.body, "success")]).toEqual([403, false]);
  });

  it("end with a user's deactivation", async () => {
    control().deactivateUser(987654);
    expect((await client.get(DEALS)).status).toBe(401);
  });
});

describe("the answer to too many requests", () => {
  it.each([
    ["gateway", 429],
    ["bare", undefined],
  ] as const)("is worded %s", async (tooManyBody, errorCode) => {
    control().setSwitches({ tooManyBody, burstOAuth: 1, tooManyRetryAfter: tooManyBody === "bare" });
    await client.get(DEALS);
    const refused = await client.get(DEALS);
    expect(refused.body).toMatchObject({ success: false, error: "request over limit" });
    expect(at(refused.body, "errorCode")).toBe(errorCode);
    expect(refused.headers.has("retry-after")).toBe(tooManyBody === "bare");
  });

  it("becomes the firewall's page for a client that goes on and on, for a while", async () => {
    control().setSwitches({ burstOAuth: 1, banAfterRefusals: 3, banMs: 30_000 });
    const statuses: number[] = [];
    for (let call = 0; call < 5; call += 1) statuses.push((await client.get(DEALS)).status);
    expect(statuses).toEqual([200, 429, 429, 429, 403]);
    control().advanceClock(10_000);
    const banned = await client.get(DEALS);
    expect([banned.status, banned.body]).toEqual([403, undefined]);
    expect(banned.text).toContain("Cloudflare");
    control().advanceClock(20_001);
    expect((await client.get(DEALS)).status).toBe(200);
  });
});

describe("the daily budget", () => {
  it("can be refused when less is left than a call costs", async () => {
    control().setSwitches({ budgetMustCoverCost: true, dailyTokens: 9 });
    expect((await client.get(DEALS)).status).toBe(429);
    expect((await client.get(`${DEALS}/1`)).status).toBe(404);
  });

  it("is full again at midnight, wherever that falls", async () => {
    control().setSwitches({ midnightZone: "Europe/Tallinn", dailyTokens: 10 });
    control().moveClock({ setTo: "2026-12-01T21:59:00Z", frozen: true });
    client = await connectPipedrive(sandbox.pipedrive.url);
    expect((await client.get(DEALS)).status).toBe(200);
    expect((await client.get(DEALS)).status).toBe(429);
    control().advanceClock(61_000);
    expect((await client.get(DEALS)).status).toBe(200);
  });

  it("is not told on the first calls after a pause, where that is so", async () => {
    control().setSwitches({ dailyHeadersMissing: 2 });
    const told = async () => (await client.get(DEALS)).headers.has("x-daily-ratelimit-token-remaining");
    expect([await told(), await told(), await told()]).toEqual([false, false, true]);
    control().advanceClock(11 * 60_000);
    expect(await told()).toBe(false);
  });
});

describe("lists", () => {
  it("say nothing of what another app spends, but the headers do", async () => {
    expect(control().spend(1000)).toEqual({ remaining: 89_000 });
    const answer = await client.get(DEALS);
    expect(listAt(answer.body, "data")).toEqual([]);
    expect(answer.headers.get("x-daily-ratelimit-token-remaining")).toBe("88990");
  });
});
