import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { isNoun } from "../../jobs/events";
import { pipedriveView } from "../../testing/pipedrive-view";
import { runObject, syncObject } from "../../testing/run-object";
import { createSyncWorld } from "../../testing/sync-world";
import type { SyncWorld } from "../../testing/sync-world";
import { handOutbox } from "./hand-outbox";
import { markDirty } from "./mark-dirty";
import { replayRecord } from "./replay-record";
import { resolvePayment } from "./resolve-payment";
import { runClock } from "./run-clock";
import { runSweep } from "./run-sweep";
import { tick } from "./tick";

let world: SyncWorld;

beforeAll(async () => {
  world = await createSyncWorld();
});

afterAll(async () => {
  await world.close();
});

beforeEach(() => {
  world.deps.sent.length = 0;
});

const idOf = (view: unknown) => String(z.looseObject({ id: z.number() }).parse(view).id);
const ledger = () => world.sandbox.freshbooks.control;
const invoice = (freshbooksId: string) => ({ kind: "invoice", freshbooksId }) as const;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

function sentInvoice(offsetDays = 30): string {
  const clientId = idOf(ledger().createClient({ organization: "Acme GmbH", currency_code: "EUR" }));
  const input = { customerid: Number(clientId), amount: "900.00", due_offset_days: offsetDays };
  const id = idOf(ledger().createInvoice(input));
  ledger().markAsSent(Number(id));
  return id;
}

const objectData = z.object({ objectId: z.string() });
const sentFor = (id: string) =>
  world.deps.sent.filter(({ data }) => objectData.safeParse(data).data?.objectId === id);

/** Runs what was handed over for an invoice, as the engine would. */
async function runSent(id: string): Promise<string[]> {
  const outcomes: string[] = [];
  for (const { name } of sentFor(id)) {
    expect(isNoun(name.replace("freshbooks/", "").replace(".changed", ""))).toBe(true);
    outcomes.push(await runObject(world.deps, world.tenant, invoice(id)));
  }
  return outcomes;
}

/** Both the ledger's clock and ours go on. */
function passDays(days: number): void {
  ledger().advanceClock(days * dayMs);
  world.deps.clock.advance(days * dayMs);
}

async function sweepAndSync(id: string): Promise<void> {
  world.deps.sent.length = 0;
  await runSweep(world.deps, world.tenant, { isManual: false });
  await runSent(id);
}

const eventNames = async (id: string) => {
  const where = { workspaceId: world.tenant.workspaceId, objectId: id };
  const rows = await world.deps.db.syncEvent.findMany({ where, orderBy: { seq: "asc" } });
  return rows.map(({ origin, name }) => `${origin} ${name}`);
};

describe("the sweep", () => {
  it("finds what no callback told: a new invoice, one viewed, one overdue", async () => {
    const id = sentInvoice();
    await runSweep(world.deps, world.tenant, { isManual: false });
    expect(await runSent(id)).toContain("written");
    // Days later no stamp moves any more: FreshBooks tells neither of the two, nor does `updated`.
    passDays(10);
    await sweepAndSync(id);
    ledger().setSwitches({ viewMovesVersion: false });
    ledger().viewInvoice(Number(id));
    await sweepAndSync(id);
    expect(pipedriveView(world.sandbox).dealsOf(id)).toMatchObject([{ stage: "Viewed" }]);
    ledger().letFallDue(Number(id));
    await sweepAndSync(id);
    expect(pipedriveView(world.sandbox).dealsOf(id)).toMatchObject([{ stage: "Overdue" }]);
    const names = await eventNames(id);
    expect(names.slice(-2)).toEqual(["sweep sweep.viewed", "sweep sweep.overdue"]);
  });

  it("is silent when nothing changed, and then waits longer", async () => {
    const id = sentInvoice();
    await syncObject(world.deps, world.tenant, invoice(id));
    await runSweep(world.deps, world.tenant, { isManual: false });
    for (const { data } of world.deps.sent) {
      const { objectId } = objectData.parse(data);
      await runObject(world.deps, world.tenant, invoice(objectId)).catch(() => "a client");
    }
    world.deps.sent.length = 0;
    await runSweep(world.deps, world.tenant, { isManual: false });
    expect(sentFor(id)).toEqual([]);
    const mark = await world.deps.db.sweepMark.findFirst();
    const waitMs = (mark?.nextDueAt.getTime() ?? 0) - (mark?.lastRunAt?.getTime() ?? 0);
    expect(waitMs).toBeGreaterThanOrEqual(600_000);
  });

  it("takes up records whose events were lost", async () => {
    const id = sentInvoice();
    await markDirty(world.deps, world.tenant, { ...invoice(id), origin: "callback", name: "invoice.update" });
    const where = { workspaceId: world.tenant.workspaceId, objectId: id };
    await world.deps.db.syncEvent.updateMany({ where, data: { status: "failed" } });
    await runSweep(world.deps, world.tenant, { isManual: false });
    expect(await eventNames(id)).toContain("sweep sweep.forgotten");
  });
});

describe("the clock", () => {
  it("looks at an invoice again once its due date has passed, and only then", async () => {
    const id = sentInvoice(1);
    await syncObject(world.deps, world.tenant, invoice(id));
    await runClock(world.deps, world.tenant);
    expect(sentFor(id)).toEqual([]);
    world.deps.clock.advance(2 * dayMs);
    await runClock(world.deps, world.tenant);
    expect(sentFor(id)).toHaveLength(1);
    expect(await runSent(id)).toEqual(["written"]);
    expect(pipedriveView(world.sandbox).dealsOf(id)).toMatchObject([{ stage: "Overdue" }]);
    world.deps.sent.length = 0;
    world.deps.clock.advance(2 * hourMs);
    await runClock(world.deps, world.tenant);
    expect(sentFor(id)).toEqual([]);
  });
});

describe("the outbox", () => {
  it("sends again what was stored and never handed over, under a new id", async () => {
    const id = sentInvoice();
    await markDirty(world.deps, world.tenant, { ...invoice(id), origin: "callback", name: "invoice.update" });
    await handOutbox(world.deps);
    expect(sentFor(id)).toEqual([]);
    world.deps.clock.advance(60_000);
    await handOutbox(world.deps);
    await handOutbox(world.deps);
    expect(sentFor(id)).toHaveLength(1);
    world.deps.clock.advance(31 * 60_000);
    await handOutbox(world.deps);
    const ids = sentFor(id).map((event) => event.id);
    expect(new Set(ids).size).toBe(2);
  });
});

describe("the tick", () => {
  it("tells workspaces whose sweep is due, once a minute at most", async () => {
    world.deps.clock.advance(2 * hourMs);
    await tick(world.deps);
    await tick(world.deps);
    const sweeps = world.deps.sent.filter(({ name }) => name === "sync/sweep.requested");
    expect(new Set(sweeps.map(({ id }) => id)).size).toBe(1);
    expect(sweeps[0]?.data).toMatchObject({ workspaceId: world.tenant.workspaceId, isManual: false });
  });
});

describe("a connection that was refused", () => {
  it("makes records wait, and reconnecting has them taken up by the next tick", async () => {
    const id = sentInvoice();
    await runSweep(world.deps, world.tenant, { isManual: false });
    await world.deps.db.connection.updateMany({
      where: { workspaceId: world.tenant.workspaceId, vendor: "pipedrive" },
      data: { status: "needs_reconnect" },
    });
    expect(await runObject(world.deps, world.tenant, invoice(id))).toBe("failed: needs_reconnect");
    const where = { ...invoice(id), workspaceId: world.tenant.workspaceId };
    const waiting = await world.deps.db.record.findFirst({ where });
    expect(waiting).toMatchObject({ health: "waiting", reasonCode: "needs_reconnect" });
    await world.reconnectPipedrive();
    world.deps.sent.length = 0;
    await tick(world.deps);
    expect(world.deps.sent.map(({ name }) => name)).toContain("sync/sweep.requested");
    await sweepAndSync(id);
    expect(pipedriveView(world.sandbox).dealsOf(id)).toHaveLength(1);
    expect(await world.deps.db.record.findFirst({ where })).toMatchObject({
      health: "in_step",
      reason: null,
    });
  });
});

describe("a payment", () => {
  it("leads to its invoice", async () => {
    const id = sentInvoice();
    await syncObject(world.deps, world.tenant, invoice(id));
    const paymentId = idOf(ledger().recordPayment(Number(id), { amount: "900.00" }));
    await resolvePayment(world.deps, world.tenant, { eventId: "evt_none", objectId: paymentId });
    expect(await runSent(id)).toEqual(["written"]);
    expect(pipedriveView(world.sandbox).dealsOf(id)).toMatchObject([{ status: "won", stage: "Paid" }]);
  });
});

describe("a replay", () => {
  it("opens the next numbered attempt, named after who asked", async () => {
    const id = sentInvoice();
    await syncObject(world.deps, world.tenant, invoice(id));
    const record = await world.deps.db.record.findFirstOrThrow({ where: invoice(id) });
    await replayRecord(world.deps, world.tenant, { recordId: record.id, actorId: world.userId });
    expect(await runSent(id)).toEqual(["unchanged"]);
    const attempts = await world.deps.db.syncAttempt.findMany({
      where: { recordId: record.id },
      orderBy: { number: "asc" },
    });
    expect(attempts).toMatchObject([
      { number: 1, origin: "callback", outcome: "written" },
      { number: 2, origin: "replay", actorId: world.userId, outcome: "unchanged" },
    ]);
  });
});
