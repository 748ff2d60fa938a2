import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { accessToken } from "../../credentials/access-token";
import { idOf, newClient, newInvoice } from "../../testing/ledger";
import { pipedriveVariants } from "../../testing/pipedrive-variants";
import { pipedriveView } from "../../testing/pipedrive-view";
import { runObject, syncObject } from "../../testing/run-object";
import { createSyncWorld } from "../../testing/sync-world";
import type { SyncWorld } from "../../testing/sync-world";
import { variantsOf } from "../../testing/variants";
import { pipedriveCalls } from "../../testing/vendor-calls";
import { readSwitches, turnSwitches } from "../../testing/vendor-switches";
import type { SwitchValues } from "../../testing/vendor-switches";
import { markDirty } from "./mark-dirty";

let world: SyncWorld;
let defaults: SwitchValues;

beforeAll(async () => {
  world = await createSyncWorld();
  defaults = await readSwitches(world.sandbox.pipedrive);
});

afterEach(async () => {
  await turnSwitches(world.sandbox.pipedrive, defaults);
  world.sandbox.pipedrive.control.clearFaults();
});

afterAll(async () => {
  await world.close();
});

const ledger = () => world.sandbox.freshbooks.control;
const pipeline = () => world.sandbox.pipedrive.control;
const dealsOf = (id: string) => pipedriveView(world.sandbox).dealsOf(id);
const dealIdOf = (id: string) => dealsOf(id)[0]?.id ?? 0;
const invoice = (freshbooksId: string) => ({ kind: "invoice", freshbooksId }) as const;
const client = (freshbooksId: string) => ({ kind: "client", freshbooksId }) as const;
const sync = (object: ReturnType<typeof invoice> | ReturnType<typeof client>) =>
  syncObject(world.deps, world.tenant, object);
const recordOf = (object: ReturnType<typeof invoice> | ReturnType<typeof client>) =>
  world.deps.db.record.findFirstOrThrow({ where: object });

async function sentInvoice(clientId?: string): Promise<string> {
  const id = newInvoice(world.sandbox, clientId === undefined ? {} : { clientId });
  ledger().markAsSent(Number(id));
  expect(await sync(invoice(id))).toBe("written");
  return id;
}

const pay = (id: string) => idOf(ledger().recordPayment(Number(id), { amount: "900.00" }));

/** Merges two deals by hand; which of them lives on is the question. */
async function merge(path: number, withId: number): Promise<void> {
  const { token } = await accessToken(world.deps, world.tenant, "pipedrive");
  const answer = await fetch(`${world.sandbox.pipedrive.url}/api/v1/deals/${String(path)}/merge`, {
    method: "PUT",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ merge_with_id: withId }),
  });
  expect(answer.status).toBe(200);
}

const byDefault = { name: "by default", switches: {} };

describe("an object that somebody put away in Pipedrive", () => {
  it.each([byDefault, ...variantsOf(pipedriveVariants, "gone")])(
    "is left alone with its reason, and never made again: $name",
    async ({ switches }) => {
      await turnSwitches(world.sandbox.pipedrive, switches);
      const [deleted, archived] = [await sentInvoice(), await sentInvoice()];
      pipeline().deleteDeal(dealIdOf(deleted));
      pipeline().patchDeal(dealIdOf(archived), { is_archived: true });
      for (const id of [deleted, archived]) {
        pay(id);
        expect(await sync(invoice(id))).toBe("excluded");
        expect(await recordOf(invoice(id))).toMatchObject({ reasonCode: "gone_in_pipedrive" });
        expect(await pipedriveCalls(world.sandbox, () => sync(invoice(id)))).toEqual([]);
        expect(dealsOf(id)).toHaveLength(1);
      }
      const clientId = newClient(world.sandbox);
      const open = await sentInvoice(clientId);
      const [organization] = pipedriveView(world.sandbox).organizationsOf(clientId);
      pipeline().deleteOrganization(organization?.id ?? 0);
      ledger().updateClient(Number(clientId), { organization: "Renamed" });
      expect(await sync(client(clientId))).toBe("excluded");
      pay(open);
      expect(await sync(invoice(open))).toBe("written");
      expect(dealsOf(open)).toMatchObject([{ stage: "Paid", status: "won" }]);
    },
  );

  it.each([
    { mergeSurvivor: "merge_with_id", outcome: "excluded" },
    { mergeSurvivor: "path", outcome: "written" },
  ])(
    "by merging it into another is left, or followed where it is what remains: $mergeSurvivor",
    async (row) => {
      await turnSwitches(world.sandbox.pipedrive, { mergeSurvivor: row.mergeSurvivor });
      const id = await sentInvoice();
      const other = Number(idOf(pipeline().createDeal({ title: "Somebody's own" })));
      await merge(dealIdOf(id), other);
      pay(id);
      expect(await sync(invoice(id))).toBe(row.outcome);
      expect(await recordOf(invoice(id))).toMatchObject({
        health: row.outcome === "written" ? "in_step" : "excluded",
      });
    },
  );
});

describe("an invoice's life in Pipedrive", () => {
  it.each([byDefault, ...variantsOf(pipedriveVariants, "writes")])(
    "is right at each step, and costs nothing where nothing changed: $name",
    async ({ switches }) => {
      await turnSwitches(world.sandbox.pipedrive, switches);
      const clientId = newClient(world.sandbox);
      ledger().updateClient(Number(clientId), {
        p_street: "1 Main St",
        p_city: "Springfield",
        p_code: "12345",
      });
      const id = await sentInvoice(clientId);
      const payment = pay(id);
      expect(await sync(invoice(id))).toBe("written");
      expect(dealsOf(id)).toMatchObject([{ stage: "Paid", status: "won", value: 900 }]);
      ledger().deletePayment(Number(payment));
      expect(await sync(invoice(id))).toBe("written");
      expect(dealsOf(id)).toMatchObject([{ stage: "Sent", status: "open" }]);
      // Its name stands in the deal's title too.
      ledger().updateClient(Number(clientId), { organization: "Renamed", p_city: "Shelbyville" });
      expect(await sync(client(clientId))).toBe("written");
      expect(await sync(invoice(id))).toBe("written");
      const again = () => Promise.all([sync(invoice(id)), sync(client(clientId))]);
      expect(await pipedriveCalls(world.sandbox, again)).toEqual([]);
      ledger().deleteInvoice(Number(id));
      expect(await sync(invoice(id))).toBe("written");
      expect(dealsOf(id)).toMatchObject([{ status: "lost", lost_reason: "Deleted in FreshBooks" }]);
      const lost = newInvoice(world.sandbox, { clientId });
      pipeline().addFault({ method: "POST", path: "/api/v2/deals", drop: true, when: "after" });
      expect(await sync(invoice(lost))).toBe("written");
      expect(dealsOf(lost)).toHaveLength(1);
    },
  );
});

describe("a reference that Pipedrive does not know", () => {
  it.each([byDefault, ...variantsOf(pipedriveVariants, "references")])(
    "ends with its reason, makes nothing twice, and goes on once it is put right: $name",
    async ({ switches }) => {
      const clientId = newClient(world.sandbox);
      const known = await sentInvoice(clientId);
      await turnSwitches(world.sandbox.pipedrive, switches);
      pipeline().setCurrency({ code: "EUR", isActive: false });
      const fresh = newInvoice(world.sandbox, { clientId });
      const failed = /^failed: pipedrive_(?:invalid|forbidden|not_found)$/;
      expect(await sync(invoice(fresh))).toMatch(failed);
      expect(dealsOf(fresh)).toEqual([]);
      ledger().updateInvoice(Number(known), { currency_code: "USD" });
      expect(await sync(invoice(known))).toBe("written");
      ledger().updateInvoice(Number(known), { currency_code: "EUR" });
      expect(await sync(invoice(known))).toMatch(failed);
      expect(await recordOf(invoice(known))).toMatchObject({ health: "failing" });
      pipeline().setCurrency({ code: "EUR", isActive: true });
      expect(await sync(invoice(fresh))).toBe("written");
      expect(await sync(invoice(known))).toBe("written");
      expect(dealsOf(known)).toMatchObject([{ currency: "EUR" }]);
      expect(dealsOf(fresh)).toHaveLength(1);
    },
  );
});

describe("a plan without room for another deal", () => {
  it("is said, and the deal is made once there is room", async () => {
    await turnSwitches(world.sandbox.pipedrive, { dealLimit: 0 });
    const id = newInvoice(world.sandbox);
    expect(await sync(invoice(id))).toBe("failed: pipedrive_forbidden");
    expect((await recordOf(invoice(id))).reason).toContain("Open deals limit reached");
    await turnSwitches(world.sandbox.pipedrive, { dealLimit: null });
    expect(await sync(invoice(id))).toBe("written");
    expect(dealsOf(id)).toHaveLength(1);
  });

  it("that puts it on a waiting list keeps it one: it is followed when a person asks after it was let in", async () => {
    await turnSwitches(world.sandbox.pipedrive, { dealLimit: 0, dealsBeyondLimit: "waiting" });
    const id = newInvoice(world.sandbox);
    expect(await sync(invoice(id))).toBe("written");
    ledger().markAsSent(Number(id));
    expect(await sync(invoice(id))).toBe("excluded");
    await turnSwitches(world.sandbox.pipedrive, { dealLimit: null });
    pipeline().deleteDeal(Number(idOf(pipeline().createDeal({ title: "Makes room" }))));
    const { deps, tenant } = world;

    await markDirty(deps, tenant, { ...invoice(id), origin: "replay", name: "replay" });
    expect(await runObject(deps, tenant, invoice(id))).toBe("written");
    expect(dealsOf(id)).toMatchObject([{ stage: "Sent" }]);
  });
});
