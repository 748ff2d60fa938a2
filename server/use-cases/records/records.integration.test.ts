import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Tenant } from "../../db/tenant";
import { createMember } from "../../testing/people";
import { seedAttempt, seedRecord } from "../../testing/seed-sync";
import { createTestDeps } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { listActivity } from "../activity/list-activity";
import { getOverview } from "../overview/get-overview";
import { getRecord } from "./get-record";
import { listRecords } from "./list-records";

let deps: TestDeps;

beforeAll(async () => {
  deps = await createTestDeps();
});

afterAll(async () => {
  await deps.close();
});

async function workspace(): Promise<Tenant> {
  return (await createMember(deps)).member.tenant;
}

const labels = (page: { rows: { label: string }[] }) => page.rows.map(({ label }) => label);
const minutesAgo = (minutes: number) => new Date(deps.clock.now().getTime() - minutes * 60_000);

describe("listRecords", () => {
  it("walks all pages, newest first, each record once", async () => {
    const tenant = await workspace();
    for (let number = 1; number <= 7; number += 1) {
      await seedRecord(deps.db, tenant, { id: `rec_${String(number)}`, label: String(number) });
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listRecords(deps, tenant, { cursor, limit: 3 });
      seen.push(...labels(page));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(["7", "6", "5", "4", "3", "2", "1"]);
  });

  it("filters, and searches by number, client's name and id, taking wildcards as they are", async () => {
    const tenant = await workspace();
    const client = { kind: "client", freshbooksId: "31", label: "Müller 100%", state: null } as const;
    await seedRecord(deps.db, tenant, client);
    const own = { label: "INV-7", freshbooksId: "900042", clientFreshbooksId: "31", state: "paid" };
    await seedRecord(deps.db, tenant, own);
    await seedRecord(deps.db, tenant, { label: "INV-8", freshbooksId: "900043", health: "failing" });
    const search = async (text: string) =>
      labels(await listRecords(deps, tenant, { search: text, limit: 10 })).sort();
    expect(await search("inv-7")).toEqual(["INV-7"]);
    expect(await search("müller")).toEqual(["INV-7", "Müller 100%"]);
    expect(await search("900043")).toEqual(["INV-8"]);
    expect(await search("90004")).toEqual([]);
    expect(await search("0%")).toEqual(["INV-7", "Müller 100%"]);
    expect(await search("I_V")).toEqual([]);
    expect(labels(await listRecords(deps, tenant, { health: "failing", limit: 10 }))).toEqual(["INV-8"]);
    expect(labels(await listRecords(deps, tenant, { kind: "client", limit: 10 }))).toEqual(["Müller 100%"]);
    const { rows } = await listRecords(deps, tenant, { state: "paid", limit: 10 });
    expect(rows).toMatchObject([{ clientName: "Müller 100%", total: { amount: "100", currency: "EUR" } }]);
  });

  it("keeps money exact", async () => {
    const tenant = await workspace();
    await seedRecord(deps.db, tenant, { amount: "123456789012345678.010000", outstanding: "-0.05" });
    const { rows } = await listRecords(deps, tenant, { limit: 1 });
    expect(rows[0]).toMatchObject({
      total: { amount: "123456789012345678.01" },
      outstanding: { amount: "-0.05" },
    });
  });
});

describe("getRecord", () => {
  it("shows attempts with writes and events, newest first", async () => {
    const tenant = await workspace();
    const recordId = await seedRecord(deps.db, tenant);
    const fields = [{ label: "Value", key: "value", before: "1", after: "2", because: "b", value: 2 }];
    const skips = [{ code: "unchanged", because: "Nothing to do." }];
    await seedAttempt(deps.db, tenant, { recordId, startedAt: minutesAgo(2), number: 1, outcome: "failed" });
    await seedAttempt(deps.db, tenant, {
      recordId,
      startedAt: minutesAgo(1),
      number: 2,
      plan: { writes: [], skips, warnings: [] },
      writes: [{ kind: "deal.update", pipedriveId: 42, fields }],
      eventAgesMs: [100, 50],
    });
    const detail = await getRecord(deps, tenant, { recordId });
    expect(detail.attempts.map(({ number }) => number)).toEqual([2, 1]);
    expect(detail.attempts[0]).toMatchObject({
      skips: ["Nothing to do."],
      writes: [{ kind: "deal.update", pipedriveId: 42, fields: [{ label: "Value", after: "2" }] }],
    });
    expect(detail.events).toHaveLength(2);
    expect(detail.truth).toEqual([]);
  });
});

describe("listActivity", () => {
  it("walks all pages even where attempts began in the same instant", async () => {
    const tenant = await workspace();
    const recordId = await seedRecord(deps.db, tenant, { label: "INV-1" });
    const at = minutesAgo(5);
    for (let number = 1; number <= 5; number += 1) {
      await seedAttempt(deps.db, tenant, { recordId, number, startedAt: at });
    }
    const first = await listActivity(deps, tenant, { limit: 3 });
    const second = await listActivity(deps, tenant, { cursor: first.nextCursor ?? "", limit: 3 });
    const ids = [...first.rows, ...second.rows].map(({ attemptId }) => attemptId);
    expect(new Set(ids).size).toBe(5);
    expect(second.nextCursor).toBeNull();
  });

  it("counts events and writes, and says in words what was done", async () => {
    const tenant = await workspace();
    const recordId = await seedRecord(deps.db, tenant, { label: "INV-1" });
    const fields = [{ label: "Stage", key: "stage_id", before: "Sent", after: "Paid", because: "b" }];
    const writes = [{ kind: "deal.update", pipedriveId: 42, fields }];
    await seedAttempt(deps.db, tenant, {
      recordId,
      startedAt: minutesAgo(1),
      writes,
      eventAgesMs: [9, 8, 7],
    });
    const errorMessage = "Pipedrive refused the data.";
    const failed = { recordId, startedAt: minutesAgo(2), number: 2, outcome: "failed", errorMessage };
    await seedAttempt(deps.db, tenant, failed);
    const { rows } = await listActivity(deps, tenant, { limit: 10 });
    expect(rows).toMatchObject([
      { label: "INV-1", summary: "Deal 42: Stage Sent → Paid", eventCount: 3, writeCount: 1, durationMs: 50 },
      { summary: "Pipedrive refused the data.", eventCount: 0, writeCount: 0, outcome: "failed" },
    ]);
    const only = await listActivity(deps, tenant, { outcome: "failed", search: "inv", limit: 10 });
    expect(only.rows).toHaveLength(1);
    expect((await listActivity(deps, tenant, { origin: "replay", limit: 10 })).rows).toEqual([]);
  });

  it("begins at the top with a cursor that is not ours", async () => {
    const tenant = await workspace();
    const recordId = await seedRecord(deps.db, tenant);
    await seedAttempt(deps.db, tenant, { recordId, startedAt: minutesAgo(1) });
    for (const cursor of ["x", "|", "2026-13-99|a", "' OR 1=1 --"]) {
      expect((await listActivity(deps, tenant, { cursor, limit: 5 })).rows).toHaveLength(1);
    }
  });
});

describe("getOverview", () => {
  it("counts, adds up per state and currency, and measures", async () => {
    const tenant = await workspace();
    const first = await seedRecord(deps.db, tenant, { amount: "0.10", outstanding: "0.10" });
    await seedRecord(deps.db, tenant, { amount: "0.20", outstanding: "0" });
    await seedRecord(deps.db, tenant, { currency: "USD", amount: "5", outstanding: "5", health: "failing" });
    await seedRecord(deps.db, tenant, { kind: "client", state: null, health: "waiting" });
    for (const [index, age] of [100, 200, 300, 400].entries()) {
      await seedAttempt(deps.db, tenant, {
        recordId: first,
        startedAt: minutesAgo(index + 0.5),
        number: index + 1,
        outcome: index === 3 ? "failed" : "written",
        eventAgesMs: [age],
      });
    }
    const overview = await getOverview(deps, tenant);
    expect(overview).toMatchObject({
      verdict: "setup",
      counts: { in_step: 2, waiting: 1, excluded: 0, failing: 1 },
      clients: 1,
      invoices: 3,
      latency: { p50Ms: 250, p95Ms: 385 },
      moneyByState: [
        {
          state: "sent",
          count: 2,
          total: { amount: "0.3", currency: "EUR" },
          outstanding: { amount: "0.1", currency: "EUR" },
        },
        { state: "sent", count: 1, total: { amount: "5", currency: "USD" } },
      ],
    });
    expect(overview.attemptsPerMinute).toHaveLength(60);
    expect(overview.attemptsPerMinute.slice(-4)).toEqual([
      { ok: 0, failed: 1 },
      { ok: 1, failed: 0 },
      { ok: 1, failed: 0 },
      { ok: 1, failed: 0 },
    ]);
  });

  it("answers for an empty workspace", async () => {
    expect(await getOverview(deps, await workspace())).toMatchObject({
      verdict: "setup",
      sentence: "Set-up is not finished: connect FreshBooks next.",
      moneyByState: [],
      latency: { p50Ms: null, p95Ms: null },
      oldestWaitingMs: null,
      budget: null,
      lastWriteAt: null,
    });
  });
});

describe("another workspace", () => {
  it("sees nothing, even of rows with the same ids", async () => {
    const [own, other] = [await workspace(), await workspace()];
    const recordId = await seedRecord(deps.db, own, { id: "rec_same", label: "Secret", freshbooksId: "1" });
    await seedRecord(deps.db, other, { id: "rec_same", label: "Mine", freshbooksId: "1" });
    const alone = await seedRecord(deps.db, own, { label: "Secret too", freshbooksId: "2" });
    await seedAttempt(deps.db, own, { recordId, startedAt: minutesAgo(1), eventAgesMs: [5] });

    expect(labels(await listRecords(deps, other, { limit: 100 }))).toEqual(["Mine"]);
    expect(labels(await listRecords(deps, other, { search: "Secret", limit: 100 }))).toEqual([]);
    expect((await listActivity(deps, other, { limit: 100 })).rows).toEqual([]);
    await expect(getRecord(deps, other, { recordId: alone })).rejects.toMatchObject({ code: "not_found" });
    const detail = await getRecord(deps, other, { recordId: "rec_same" });
    expect([detail.record.label, detail.attempts, detail.events]).toEqual(["Mine", [], []]);
    expect(await getOverview(deps, other)).toMatchObject({ invoices: 1, lastEventAt: null });
    expect((await getRecord(deps, own, { recordId })).attempts).toHaveLength(1);
  });
});
