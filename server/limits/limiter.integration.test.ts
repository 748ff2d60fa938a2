import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../db/client";
import type { Database } from "../db/client";
import type { Tenant } from "../db/tenant";
import { addMs, systemClock } from "../lib/clock";
import { newId } from "../lib/ids";
import { createTestDatabase } from "../testing/database";
import type { TestDatabase } from "../testing/database";
import { failureOf } from "../testing/failure-of";
import { createMember } from "../testing/people";
import type { Gate } from "../vendors/pipedrive/gate";
import { BudgetWait } from "./budget-wait";
import { createLimiter } from "./limiter";
import { readBudget } from "./read-budget";

let database: TestDatabase;
let clients: Database[];
let tenant: Tenant;
let connectionId: string;
let now: Date;

const clock = { now: () => now };
const midnight = new Date("2026-11-24T00:00:00Z");

beforeAll(async () => {
  database = await createTestDatabase();
  clients = [1, 2, 3].map(() => openDatabase(database.url, 4));
});

afterAll(async () => {
  await Promise.all(clients.map((client) => client.$disconnect()));
  await database.drop();
});

function clientOf(index: number): Database {
  const client = clients[index % clients.length];
  if (!client) throw new Error("no database client");
  return client;
}

beforeEach(async () => {
  now = new Date("2026-11-23T10:00:00Z");
  tenant = (await createMember({ db: clientOf(0), clock: systemClock })).member.tenant;
  connectionId = newId("connection");
  await clientOf(0).connection.create({
    data: {
      workspaceId: tenant.workspaceId,
      id: connectionId,
      vendor: "pipedrive",
      status: "active",
      vendorUserId: "1",
      vendorUserName: "Ada",
      apiBaseUrl: "https://acme.pipedrive.com",
      sealedAccessToken: "x",
      sealedRefreshToken: "x",
      accessExpiresAt: now,
    },
  });
});

/** A gate as a process of its own would have it. */
function gateOf(index = 0): Gate {
  return createLimiter({ db: clientOf(index), clock, random: () => 0 }).gateFor(tenant, connectionId);
}

/** How many of so many calls may leave at once. */
async function pass(gate: Gate, calls: number): Promise<number> {
  const outcomes = await Promise.allSettled(Array.from({ length: calls }, () => gate.before(5, "general")));
  return outcomes.filter(({ status }) => status === "fulfilled").length;
}

function answer(status: number, headers: Record<string, string> = {}) {
  return { status, headers: new Headers(headers), kind: "general" } as const;
}

const budget = () => readBudget(clientOf(0), tenant, clock);

describe("the gate", () => {
  it("lets twenty calls through in two seconds while the plan is unknown, and names the wait", async () => {
    const gate = gateOf();
    expect(await pass(gate, 30)).toBe(20);
    const wait = await failureOf(BudgetWait, gate.before(5, "general"));
    expect(wait.reason).toBe("window");
    expect(wait.userMessage).toContain("two seconds");
    now = addMs(now, wait.retryAfterMs);
    expect(await pass(gate, 30)).toBe(20);
  });

  it("tells those of a group for whom it was not enough how long the window stays full", async () => {
    const gate = gateOf();
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => gate.before(5, "general")));
    const waits: unknown[] = [];
    for (const outcome of outcomes) if (outcome.status === "rejected") waits.push(outcome.reason);
    expect(waits).toHaveLength(10);
    for (const wait of waits) expect(wait).toMatchObject({ reason: "window", retryAfterMs: 2_100 });
  });

  it("holds the limit over three processes together", async () => {
    const passed = await Promise.all([0, 1, 2].map((index) => pass(gateOf(index), 15)));
    expect(passed.reduce((sum, count) => sum + count, 0)).toBe(20);
  });

  it("counts searches in a window of their own", async () => {
    const gate = gateOf();
    await pass(gate, 20);
    await expect(gate.before(20, "search")).resolves.toBeUndefined();
  });

  it("costs less than a query per call", async () => {
    const gate = gateOf();
    await gate.after(answer(200, { "x-ratelimit-limit": "480" }));
    const version = async () =>
      (await clientOf(0).apiWindow.findFirstOrThrow({ where: { connectionId } })).version;
    const before = await version();
    expect(await pass(gate, 400)).toBe(400);
    for (let call = 0; call < 8; call += 1) await gate.before(5, "general");
    expect((await version()) - before).toBeLessThan(20);
  });

  it("asks the database nothing while the window is known to be full", async () => {
    const gate = gateOf();
    await pass(gate, 30);
    const version = async () =>
      (await clientOf(0).apiWindow.findFirstOrThrow({ where: { connectionId } })).version;
    const before = await version();
    expect(await pass(gate, 50)).toBe(0);
    expect(await version()).toBe(before);
  });

  it("learns the plan from the headers, for every process", async () => {
    await gateOf(0).after(answer(200, { "x-ratelimit-limit": "80" }));
    expect(await pass(gateOf(1), 100)).toBe(80);
    expect(await budget()).toMatchObject({
      windowLimit: 80,
      windowUsed: 80,
      pausedUntil: null,
      reason: null,
    });
  });

  it("stops every process after a 429, twice as long the second time", async () => {
    const gate = gateOf(0);
    await gate.after(answer(429));
    const wait = await failureOf(BudgetWait, gateOf(1).before(5, "general"));
    expect(wait).toMatchObject({ reason: "burst", retryAfterMs: 2_000 });
    expect((await budget())?.reason).toContain("slow down");
    now = addMs(now, 2_000);
    await expect(gate.before(5, "general")).resolves.toBeUndefined();
    await gate.after(answer(429));
    expect((await failureOf(BudgetWait, gate.before(5, "general"))).retryAfterMs).toBe(4_000);
  });

  it("takes several refusals in flight for one", async () => {
    const gate = gateOf();
    await Promise.all([1, 2, 3].map(() => gate.after(answer(429))));
    expect((await failureOf(BudgetWait, gate.before(5, "general"))).retryAfterMs).toBe(2_000);
  });

  it("waits for midnight UTC when the daily budget is gone, and starts afresh", async () => {
    const headers = { "x-daily-ratelimit-token-limit": "30000", "x-daily-ratelimit-token-remaining": "0" };
    await gateOf(0).after(answer(200, headers));
    const wait = await failureOf(BudgetWait, gateOf(1).before(5, "general"));
    expect(wait).toMatchObject({ reason: "daily", retryAfterMs: midnight.getTime() - now.getTime() });
    const gate = gateOf(2);
    const waits = [await failureOf(BudgetWait, gate.before(5, "general"))];
    waits.push(await failureOf(BudgetWait, gate.before(5, "general")));
    expect(waits.map(({ retryAfterMs }) => retryAfterMs)).toEqual([wait.retryAfterMs, wait.retryAfterMs]);
    const shown = await budget();
    expect(shown).toMatchObject({ dailyLimit: 30_000, dailyRemaining: 0, pausedUntil: midnight });
    expect(shown?.reason).toContain("midnight UTC");
    now = midnight;
    await expect(gateOf(1).before(5, "general")).resolves.toBeUndefined();
    expect(await budget()).toMatchObject({ dailyRemaining: null, pausedUntil: null });
  });

  it("tells the dashboard what is left of the day", async () => {
    const gate = gateOf();
    await gate.before(5, "general");
    await gate.after(answer(200, { "x-daily-ratelimit-token-remaining": "29000" }));
    now = addMs(now, 3_000);
    await gate.after(answer(200, { "x-daily-ratelimit-token-remaining": "28995" }));
    expect((await budget())?.dailyRemaining).toBe(28_995);
  });

  it("knows nothing before the first call", async () => {
    expect(await budget()).toBeNull();
  });

  it("passes a broken database on to who asked", async () => {
    const gone = createLimiter({ db: clientOf(0), clock, random: () => 0 }).gateFor(tenant, "con_unknown");
    await expect(gone.before(5, "general")).rejects.toThrow();
  });
});
