import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { pipedriveView } from "../../testing/pipedrive-view";
import { runObject, syncObject } from "../../testing/run-object";
import { createSyncWorld } from "../../testing/sync-world";
import type { SyncWorld } from "../../testing/sync-world";
import { pipedriveCalls } from "../../testing/vendor-calls";
import { markDirty } from "./mark-dirty";

let world: SyncWorld;

beforeAll(async () => {
  world = await createSyncWorld();
});

afterAll(async () => {
  await world.close();
});

const idOf = (view: unknown) => String(z.looseObject({ id: z.number() }).parse(view).id);

function newClient(organization = "Acme GmbH"): string {
  return idOf(world.sandbox.freshbooks.control.createClient({ organization, currency_code: "EUR" }));
}

function newInvoice(clientId: string, amount = "1500.00"): string {
  const input = { customerid: Number(clientId), amount, currency_code: "EUR" };
  return idOf(world.sandbox.freshbooks.control.createInvoice(input));
}

const invoice = (freshbooksId: string) => ({ kind: "invoice", freshbooksId }) as const;
const client = (freshbooksId: string) => ({ kind: "client", freshbooksId }) as const;
const sync = (object: ReturnType<typeof invoice> | ReturnType<typeof client>, options = {}) =>
  syncObject(world.deps, world.tenant, object, options);

describe("what a change costs", () => {
  it("takes two writes for the first invoice of a new client, one for a change, none when nothing changed", async () => {
    const id = newInvoice(newClient());
    const { sandbox } = world;
    expect(await pipedriveCalls(sandbox, () => sync(invoice(id)))).toEqual([
      "POST /api/v2/organizations",
      "POST /api/v2/deals",
    ]);
    sandbox.freshbooks.control.markAsSent(Number(id));
    expect(await pipedriveCalls(sandbox, () => sync(invoice(id)))).toEqual(["PATCH /api/v2/deals/:id"]);
    expect(await pipedriveCalls(sandbox, () => sync(invoice(id)))).toEqual([]);
    const [deal] = pipedriveView(sandbox).dealsOf(id);
    expect(deal).toMatchObject({ value: 1500, currency: "EUR", stage: "Sent", status: "open" });
  });

  it("answers for many events with one attempt", async () => {
    const id = newInvoice(newClient());
    const event = { ...invoice(id), origin: "callback", name: "invoice.update" } as const;
    for (let n = 0; n < 5; n += 1) await markDirty(world.deps, world.tenant, event);
    expect(await runObject(world.deps, world.tenant, invoice(id))).toBe("written");
    expect(await runObject(world.deps, world.tenant, invoice(id))).toBe("nothing to do");
    const where = { workspaceId: world.tenant.workspaceId, objectId: id };
    expect(await world.deps.db.syncEvent.count({ where: { ...where, status: "done" } })).toBe(5);
  });
});

describe("a create whose answer is lost", () => {
  it.each([
    ["a 500 after the commit", { status: 500, when: "after" }],
    ["a connection cut after the commit", { drop: true, when: "after" }],
    ["a connection cut before the commit", { drop: true, when: "before" }],
    ["a 503 before the commit", { status: 503, when: "before" }],
  ] as const)("makes one deal: %s", async (_name, fault) => {
    const id = newInvoice(newClient());
    world.sandbox.pipedrive.control.addFault({ method: "POST", path: "/api/v2/deals", ...fault });
    expect(await sync(invoice(id))).toBe("written");
    expect(pipedriveView(world.sandbox).dealsOf(id)).toHaveLength(1);
  });

  it("does not make a refused create wait for what cannot appear", async () => {
    const id = newInvoice(newClient());
    world.sandbox.pipedrive.control.addFault({
      method: "POST",
      path: "/api/v2/deals",
      status: 429,
      headers: { "x-ratelimit-limit": "80", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "2" },
    });
    const began = world.deps.clock.now();
    expect(await sync(invoice(id))).toBe("written");
    expect(world.deps.clock.now().getTime() - began.getTime()).toBeLessThan(10_000);
    const where = { kind: "deal.create", freshbooksId: id };
    expect(await world.deps.db.syncWrite.findFirst({ where })).toMatchObject({ status: "done", tries: 2 });
  });

  it("makes one organization after a lost answer", async () => {
    const id = newClient("Lost & Found Ltd");
    world.sandbox.pipedrive.control.addFault({
      method: "POST",
      path: "/api/v2/organizations",
      status: 502,
      when: "after",
    });
    expect(await sync(client(id))).toBe("written");
    expect(pipedriveView(world.sandbox).organizationsOf(id)).toHaveLength(1);
  });

  it("writes what changed since, when the found object is older than the plan", async () => {
    const id = newInvoice(newClient(), "100.00");
    const { control } = world.sandbox.pipedrive;
    control.addFault({ method: "POST", path: "/api/v2/deals", drop: true, when: "after" });
    control.addFault({ method: "GET", path: "/api/v2/deals", status: 400, times: 1 });
    expect(await sync(invoice(id))).toMatch(/^failed/);
    world.sandbox.freshbooks.control.markAsSent(Number(id));
    expect(await sync(invoice(id))).toBe("superseded");
    expect(await runObject(world.deps, world.tenant, invoice(id))).toBe("written");
    expect(pipedriveView(world.sandbox).dealsOf(id)).toMatchObject([{ stage: "Sent" }]);
  });
});

describe("a crash", () => {
  it.each([1, 2, 3, 4])("before the result of step %i is remembered repeats nothing", async (crash) => {
    const clientId = newClient();
    const id = newInvoice(clientId);
    expect(await sync(invoice(id), { crashBeforeRemembering: crash })).toBe("written");
    const view = pipedriveView(world.sandbox);
    expect(view.dealsOf(id)).toHaveLength(1);
    expect(view.organizationsOf(clientId)).toHaveLength(1);
  });
});

describe("runs that overlap although they should not", () => {
  it("make one organization and one deal", async () => {
    const clientId = newClient();
    const id = newInvoice(clientId);
    for (const object of [invoice(id), client(clientId)]) {
      await markDirty(world.deps, world.tenant, { ...object, origin: "callback", name: "update" });
    }
    const run = (object: ReturnType<typeof invoice> | ReturnType<typeof client>) =>
      runObject(world.deps, world.tenant, object);
    await Promise.all([run(invoice(id)), run(client(clientId)), run(invoice(id)), run(client(clientId))]);
    for (let n = 0; n < 3; n += 1) await Promise.all([run(invoice(id)), run(client(clientId))]);
    const view = pipedriveView(world.sandbox);
    expect(view.organizationsOf(clientId)).toHaveLength(1);
    expect(view.dealsOf(id)).toHaveLength(1);
  });

  it("never let an older reading win", async () => {
    const id = newInvoice(newClient());
    await sync(invoice(id));
    world.sandbox.freshbooks.control.markAsSent(Number(id));
    const slow = await syncObject(world.deps, world.tenant, invoice(id), {
      beforeStep: async (name) => {
        if (!name.startsWith("write")) return;
        world.sandbox.freshbooks.control.recordPayment(Number(id), { amount: "1500.00" });
        await syncObject(world.deps, world.tenant, invoice(id));
      },
    });
    expect(slow).toBe("superseded");
    await runObject(world.deps, world.tenant, invoice(id));
    expect(pipedriveView(world.sandbox).dealsOf(id)).toMatchObject([{ stage: "Paid", status: "won" }]);
  });
});

describe("an object that is gone in Pipedrive", () => {
  it("is left alone, with the reason on the record", async () => {
    const id = newInvoice(newClient());
    await sync(invoice(id));
    const [deal] = pipedriveView(world.sandbox).dealsOf(id);
    world.sandbox.pipedrive.control.deleteDeal(deal?.id ?? 0);
    world.sandbox.freshbooks.control.markAsSent(Number(id));
    expect(await sync(invoice(id))).toBe("excluded");
    expect(await sync(invoice(id))).toBe("excluded");
    const record = await world.deps.db.record.findFirst({ where: { freshbooksId: id, kind: "invoice" } });
    expect(record).toMatchObject({ health: "excluded", reasonCode: "gone_in_pipedrive" });
    expect(pipedriveView(world.sandbox).dealsOf(id)).toHaveLength(1);
  });

  it("is followed again when it was restored and a person asks", async () => {
    const id = newInvoice(newClient());
    await sync(invoice(id));
    const dealId = pipedriveView(world.sandbox).dealsOf(id)[0]?.id ?? 0;
    world.sandbox.pipedrive.control.deleteDeal(dealId);
    world.sandbox.freshbooks.control.markAsSent(Number(id));
    expect(await sync(invoice(id))).toBe("excluded");
    world.sandbox.pipedrive.control.patchDeal(dealId, { is_deleted: false });
    expect(await sync(invoice(id))).toBe("excluded");
    const mark = { ...invoice(id), origin: "replay", name: "replay" } as const;
    await markDirty(world.deps, world.tenant, mark);
    expect(await runObject(world.deps, world.tenant, invoice(id))).toBe("written");
    expect(pipedriveView(world.sandbox).dealsOf(id)).toMatchObject([{ id: dealId, stage: "Sent" }]);
  });

  it("keeps new invoices of its client back, with the reason, instead of failing at each", async () => {
    const clientId = newClient();
    await sync(client(clientId));
    const [organization] = pipedriveView(world.sandbox).organizationsOf(clientId);
    world.sandbox.pipedrive.control.deleteOrganization(organization?.id ?? 0);
    world.sandbox.freshbooks.control.updateClient(Number(clientId), { organization: "Renamed" });
    expect(await sync(client(clientId))).toBe("excluded");
    const id = newInvoice(clientId);
    expect(await sync(invoice(id))).toBe("excluded");
    const record = await world.deps.db.record.findFirst({ where: { freshbooksId: id, kind: "invoice" } });
    expect(record).toMatchObject({ reasonCode: "gone_in_pipedrive" });
    expect(record?.reason).toContain("organization was deleted or merged");
    expect(pipedriveView(world.sandbox).dealsOf(id)).toEqual([]);
  });
});
