import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { newInvoice } from "../../testing/ledger";
import { pipedriveView } from "../../testing/pipedrive-view";
import { syncObject } from "../../testing/run-object";
import { createSyncWorld } from "../../testing/sync-world";
import type { SyncWorld } from "../../testing/sync-world";

let world: SyncWorld;

beforeAll(async () => {
  world = await createSyncWorld();
});

afterEach(() => {
  world.sandbox.freshbooks.control.clearFaults();
});

afterAll(async () => {
  await world.close();
});

const sync = (freshbooksId: string) =>
  syncObject(world.deps, world.tenant, { kind: "invoice", freshbooksId });

/** From now on FreshBooks answers that there is no such invoice, instead of the deleted one (facts §3.6). */
function forget(freshbooksId: string): void {
  world.sandbox.freshbooks.control.addFault({
    method: "GET",
    path: `/accounting/account/*/invoices/invoices/${freshbooksId}`,
    status: 404,
    body: {
      response: { errors: [{ errno: 1012, field: "invoiceid", message: "Not found.", object: "invoice" }] },
    },
    times: 10,
  });
}

const recordOf = (freshbooksId: string) =>
  world.deps.db.record.findFirstOrThrow({ where: { kind: "invoice", freshbooksId } });

describe("an invoice that FreshBooks does not know any more", () => {
  it("has its deal treated as a deleted invoice's, once", async () => {
    const id = newInvoice(world.sandbox);
    world.sandbox.freshbooks.control.markAsSent(Number(id));
    await sync(id);
    forget(id);
    expect(await sync(id)).toBe("written");
    expect(pipedriveView(world.sandbox).dealsOf(id)).toMatchObject([
      { status: "lost", lost_reason: "Deleted in FreshBooks", stage: "Sent", value: 900 },
    ]);
    expect(await recordOf(id)).toMatchObject({ state: "deleted", health: "in_step" });
    expect(await sync(id)).toBe("unchanged");
    const attempts = await world.deps.db.syncAttempt.findMany({ where: { outcome: "written" } });
    expect(JSON.stringify(attempts.at(-1)?.plan)).toContain("does not know invoice");
  });

  it("is taken up again when it is there after all", async () => {
    const id = newInvoice(world.sandbox);
    world.sandbox.freshbooks.control.markAsSent(Number(id));
    await sync(id);
    forget(id);
    await sync(id);
    world.sandbox.freshbooks.control.clearFaults();
    expect(await sync(id)).toBe("written");
    expect(pipedriveView(world.sandbox).dealsOf(id)).toMatchObject([{ status: "open", stage: "Sent" }]);
  });

  it.each([
    ["something else", { errno: 1012, field: "userid", message: "Client not found.", object: "client" }],
    ["the business", { errno: 1012, field: "business_id", message: "Not found.", object: "business" }],
    [
      "the account, in another word",
      { errno: 1012, field: "systemid", message: "Not found.", object: "system" },
    ],
    ["nothing in particular", { errno: 1012, field: "", message: "Not found." }],
    ["something else that is deleted", { errno: 1011, field: "", message: "Deleted.", object: "client" }],
  ])("is not taken for it when the 404 is about %s", async (_name, said) => {
    const id = newInvoice(world.sandbox);
    world.sandbox.freshbooks.control.markAsSent(Number(id));
    await sync(id);
    const answers = [
      { response: { errors: [said] } },
      { code: 5, message: "", details: [{ reason: String(said.errno), metadata: said }] },
    ];
    for (const body of answers) {
      const path = `/accounting/account/*/invoices/invoices/${id}`;
      world.sandbox.freshbooks.control.addFault({ method: "GET", path, status: 404, body, times: 1000 });
      await sync(id);
      world.sandbox.freshbooks.control.clearFaults();
      expect(pipedriveView(world.sandbox).dealsOf(id)).toMatchObject([{ status: "open", stage: "Sent" }]);
    }
  });

  it("makes no deal where there was none", async () => {
    const id = newInvoice(world.sandbox);
    forget(id);
    expect(await sync(id)).toBe("excluded");
    expect(pipedriveView(world.sandbox).dealsOf(id)).toEqual([]);
    expect(await recordOf(id)).toMatchObject({ reasonCode: "unknown_in_freshbooks" });
  });
});
