import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "../../lib/ids";
import { idOf, newClient, newInvoice } from "../../testing/ledger";
import { pipedriveView } from "../../testing/pipedrive-view";
import { runObject, syncObject } from "../../testing/run-object";
import { createSyncWorld } from "../../testing/sync-world";
import type { SyncWorld } from "../../testing/sync-world";
import { resolveCreditNote } from "./resolve-credit-note";

let world: SyncWorld;
let clientId: string;

beforeAll(async () => {
  world = await createSyncWorld();
});

afterAll(async () => {
  await world.close();
});

beforeEach(() => {
  world.deps.sent.length = 0;
  clientId = newClient(world.sandbox);
});

const invoice = (freshbooksId: string) => ({ kind: "invoice", freshbooksId }) as const;
const sync = (id: string) => syncObject(world.deps, world.tenant, invoice(id));
const dealOf = (id: string) => pipedriveView(world.sandbox).dealsOf(id)[0];
const handed = () => world.deps.sent.map(({ data }) => data["objectId"]);

/** An invoice of the client that is in Pipedrive, sent or paid in full. */
async function inPipedrive(state: "sent" | "paid"): Promise<{ id: string; payment: number }> {
  const id = newInvoice(world.sandbox, { clientId });
  const { control } = world.sandbox.freshbooks;
  control.markAsSent(Number(id));
  const payment =
    state === "paid" ? Number(idOf(control.recordPayment(Number(id), { amount: "900.00" }))) : 0;
  await sync(id);
  return { id, payment };
}

/** A credit note of the client changes, and its callback comes. */
async function hearOfCreditNote(): Promise<void> {
  world.sandbox.freshbooks.control.addFault({
    method: "GET",
    path: "/accounting/account/*/credit_notes/credit_notes/77",
    status: 200,
    body: { response: { result: { credit_notes: { id: 77, clientid: Number(clientId), vis_state: 1 } } } },
  });
  await resolveCreditNote(world.deps, world.tenant, { eventId: newId("event"), objectId: "77" });
}

describe("a credit note's callback", () => {
  it("has the client's open invoices looked at, changed or not", async () => {
    const { id } = await inPipedrive("sent");
    await hearOfCreditNote();
    expect(handed()).toEqual([id]);
  });

  it("has a settled invoice looked at that the credit no longer settles, and no other settled one", async () => {
    const reopened = await inPipedrive("paid");
    await inPipedrive("paid");
    expect(dealOf(reopened.id)).toMatchObject({ status: "won" });
    world.sandbox.freshbooks.control.deletePayment(reopened.payment);
    await hearOfCreditNote();
    expect(handed()).toEqual([reopened.id]);
    expect(await runObject(world.deps, world.tenant, invoice(reopened.id))).toBe("written");
    expect(dealOf(reopened.id)).toMatchObject({ status: "open", stage: "Sent" });
  });
});
