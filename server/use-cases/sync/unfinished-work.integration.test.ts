import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "../../lib/ids";
import { idOf, newInvoice } from "../../testing/ledger";
import { createMember } from "../../testing/people";
import { pipedriveView } from "../../testing/pipedrive-view";
import { runObject, syncObject } from "../../testing/run-object";
import { createSyncWorld } from "../../testing/sync-world";
import type { SyncWorld } from "../../testing/sync-world";
import { failPayment } from "./fail-payment";
import { failRun } from "./fail-run";
import { forEachWorkspace } from "./for-each-workspace";
import { handOutbox } from "./hand-outbox";
import { markDirty } from "./mark-dirty";
import { planInvoiceRun } from "./plan-invoice-run";
import { resolvePayment } from "./resolve-payment";
import { runDueSweep } from "./run-due-sweep";
import { runSweep } from "./run-sweep";

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

const minuteMs = 60_000;
const ledger = () => world.sandbox.freshbooks.control;
const invoice = (freshbooksId: string) => ({ kind: "invoice", freshbooksId }) as const;
const sync = (id: string, options = {}) => syncObject(world.deps, world.tenant, invoice(id), options);
const run = (id: string) => runObject(world.deps, world.tenant, invoice(id));
const recordOf = (id: string) =>
  world.deps.db.record.findFirstOrThrow({ where: { ...invoice(id), workspaceId: world.tenant.workspaceId } });
const sentFor = (id: string) => world.deps.sent.filter(({ data }) => data["objectId"] === id);

function mark(id: string) {
  return markDirty(world.deps, world.tenant, { ...invoice(id), origin: "callback", name: "invoice.update" });
}

describe("a vendor that stays away longer than a run tries", () => {
  it("loses nothing: the record says so, and the next sweep tries again", async () => {
    const id = newInvoice(world.sandbox);
    await mark(id);
    const runKey = "gave up";
    await planInvoiceRun(world.deps, world.tenant, { freshbooksId: id, runKey });
    const failure = { code: "pipedrive_unavailable", message: "Pipedrive cannot be reached." };
    await failRun(world.deps, world.tenant, { ...invoice(id), runKey, failure });
    expect(await recordOf(id)).toMatchObject({ health: "failing", reasonCode: "pipedrive_unavailable" });
    await runSweep(world.deps, world.tenant, { isManual: false });
    expect(sentFor(id)).toHaveLength(1);
    expect(await run(id)).toBe("written");
    expect(await recordOf(id)).toMatchObject({ health: "in_step", reason: null });
    expect(pipedriveView(world.sandbox).dealsOf(id)).toHaveLength(1);
  });

  it("goes on at once where only the turn did not come", async () => {
    const id = newInvoice(world.sandbox);
    await mark(id);
    const failure = { code: "waiting", message: "Pipedrive's calls for these two seconds are used up." };
    await failRun(world.deps, world.tenant, { ...invoice(id), runKey: "never began", failure });
    expect(sentFor(id)).toHaveLength(1);
    expect(await recordOf(id)).toMatchObject({ health: "waiting" });
    expect(await run(id)).toBe("written");
  });
});

describe("a run that fails before it has an attempt", () => {
  it("answers for its own event alone", async () => {
    const id = newInvoice(world.sandbox);
    const first = await mark(id);
    await mark(id);
    const failure = { code: "internal", message: "Something went wrong." };
    const input = { ...invoice(id), runKey: "never began", eventId: first.id, failure };
    await failRun(world.deps, world.tenant, input);
    expect(await run(id)).toBe("written");
  });
});

describe("a run that ends after a newer one", () => {
  it("does not bring back how the record stood", async () => {
    const id = newInvoice(world.sandbox);
    const beforeStep = async (name: string) => {
      if (name === "close") await sync(id);
    };
    expect(await sync(id, { beforeStep })).toBe("superseded");
    expect(await recordOf(id)).toMatchObject({ health: "in_step" });
  });

  it("does not make a settled record fail", async () => {
    const id = newInvoice(world.sandbox);
    await sync(id);
    const { runKey } = await world.deps.db.syncAttempt.findFirstOrThrow({ orderBy: { startedAt: "desc" } });
    const failure = { code: "internal", message: "Something went wrong." };
    await failRun(world.deps, world.tenant, { ...invoice(id), runKey, failure });
    expect(await recordOf(id)).toMatchObject({ health: "in_step" });
  });
});

describe("the outbox", () => {
  it("asks again for a run that shows nothing each half hour, not each minute", async () => {
    const id = newInvoice(world.sandbox);
    await mark(id);
    world.deps.clock.advance(minuteMs);
    await handOutbox(world.deps);
    world.deps.clock.advance(31 * minuteMs);
    for (let n = 0; n < 5; n += 1) {
      await handOutbox(world.deps);
      world.deps.clock.advance(minuteMs);
    }
    expect(sentFor(id)).toHaveLength(2);
  });

  it("lets nothing old stand in front of what just came", async () => {
    const { workspaceId } = world.tenant;
    const old = Array.from({ length: 600 }, () => ({
      workspaceId,
      id: newId("event"),
      origin: "callback" as const,
      name: "payment.create",
      noun: "payment",
      objectId: "1",
      status: "handed" as const,
      receivedAt: new Date("2026-01-01T00:00:00Z"),
      handedAt: new Date("2026-01-01T00:00:00Z"),
    }));
    await world.deps.db.syncEvent.createMany({ data: old });
    const id = newInvoice(world.sandbox);
    await mark(id);
    world.deps.clock.advance(minuteMs);
    await handOutbox(world.deps);
    expect(sentFor(id)).toHaveLength(1);
    await world.deps.db.syncEvent.deleteMany({ where: { objectId: "1" } });
  });
});

describe("a workspace whose work fails", () => {
  it("does not keep the others from theirs", async () => {
    const { tenant } = (await createMember(world.deps)).member;
    const served: string[] = [];
    const workspaceIds = ["wsp_gone", tenant.workspaceId, world.tenant.workspaceId];
    await forEachWorkspace(world.deps, workspaceIds, ({ workspaceId }) => {
      if (workspaceId === tenant.workspaceId) return Promise.reject(new Error("broken"));
      served.push(workspaceId);
      return Promise.resolve();
    });
    expect(served).toEqual([world.tenant.workspaceId]);
  });
});

describe("a sweep", () => {
  it("is not made twice when it was asked for while the one before ran", async () => {
    world.deps.clock.advance(120 * minuteMs);
    await runDueSweep(world.deps, world.tenant, { isManual: false });
    const id = newInvoice(world.sandbox);
    await runDueSweep(world.deps, world.tenant, { isManual: false });
    expect(sentFor(id)).toEqual([]);
    await runDueSweep(world.deps, world.tenant, { isManual: true });
    expect(sentFor(id)).toHaveLength(1);
  });

  it("takes up what it cannot read, once, so that the reason is on screen", async () => {
    const body = {
      response: {
        result: { invoices: [{ id: 990001, amount: "?" }], page: 1, pages: 1, per_page: 100, total: 1 },
      },
    };
    const path = "/accounting/account/*/invoices/invoices";
    ledger().addFault({ method: "GET", path, status: 200, body, times: 6 });
    await runSweep(world.deps, world.tenant, { isManual: false });
    expect(sentFor("990001")).toHaveLength(1);
    world.deps.sent.length = 0;
    await runSweep(world.deps, world.tenant, { isManual: false });
    expect(sentFor("990001")).toEqual([]);
    ledger().clearFaults();
  });
});

describe("a payment", () => {
  async function paymentEvent(objectId: string): Promise<string> {
    const { workspaceId } = world.tenant;
    const id = newId("event");
    const event = { origin: "callback", name: "payment.create", noun: "payment", status: "handed" } as const;
    const receivedAt = world.deps.clock.now();
    await world.deps.db.syncEvent.create({ data: { workspaceId, id, objectId, receivedAt, ...event } });
    return id;
  }
  const eventOf = (id: string) => world.deps.db.syncEvent.findFirstOrThrow({ where: { id } });

  it("that belongs to no invoice leads nowhere, and says so", async () => {
    const id = newInvoice(world.sandbox);
    const objectId = idOf(ledger().recordPayment(Number(id), { amount: "1.00" }));
    const body = {
      response: {
        result: { payment: { id: Number(objectId), amount: { amount: "1.00" }, date: "2026-11-10" } },
      },
    };
    ledger().addFault({
      method: "GET",
      path: "/accounting/account/*/payments/payments/*",
      status: 200,
      body,
    });
    const eventId = await paymentEvent(objectId);
    await resolvePayment(world.deps, world.tenant, { eventId, objectId });
    expect(world.deps.sent).toEqual([]);
    const event = await eventOf(eventId);
    expect(event.status).toBe("ignored");
    expect(event.detail).toContain("no invoice");
  });

  it("whose run fails for good is closed with the reason; one that waits for a vendor stays open", async () => {
    const failed = await paymentEvent("1");
    const waiting = await paymentEvent("2");
    const refused = { code: "freshbooks_invalid", message: "FreshBooks refused the data." };
    const away = { code: "freshbooks_unavailable", message: "FreshBooks cannot be reached." };
    await failPayment(world.deps, world.tenant, { eventId: failed, failure: refused });
    await failPayment(world.deps, world.tenant, { eventId: waiting, failure: away });
    expect(await eventOf(failed)).toMatchObject({ status: "failed", detail: refused.message });
    expect(await eventOf(waiting)).toMatchObject({ status: "handed" });
  });
});
