import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMember } from "../../testing/people";
import { idOf, newClient, newInvoice } from "../../testing/ledger";
import { pipedriveView } from "../../testing/pipedrive-view";
import { runObject, syncObject } from "../../testing/run-object";
import { createSyncWorld } from "../../testing/sync-world";
import type { SyncWorld } from "../../testing/sync-world";

let world: SyncWorld;

beforeAll(async () => {
  world = await createSyncWorld();
});

afterAll(async () => {
  await world.close();
});

const invoice = (freshbooksId: string) => ({ kind: "invoice", freshbooksId }) as const;
const sync = (id: string, options = {}) => syncObject(world.deps, world.tenant, invoice(id), options);
const ledger = () => world.sandbox.freshbooks.control;
const pipeline = () => world.sandbox.pipedrive.control;
const dealsOf = (id: string) => pipedriveView(world.sandbox).dealsOf(id);

async function sentInvoice(): Promise<string> {
  const id = newInvoice(world.sandbox);
  ledger().markAsSent(Number(id));
  expect(await sync(id)).toBe("written");
  return id;
}

describe("an update whose answer is lost", () => {
  it("is not believed to have failed: what FreshBooks takes back is taken back in Pipedrive too", async () => {
    const id = await sentInvoice();
    const paymentId = idOf(ledger().recordPayment(Number(id), { amount: "900.00" }));
    pipeline().addFault({ method: "PATCH", path: "/api/v2/deals/*", drop: true, when: "after" });
    pipeline().addFault({ method: "PATCH", path: "/api/v2/deals/*", nth: 2, status: 400 });
    expect(await sync(id)).toBe("failed: pipedrive_invalid");
    expect(dealsOf(id)).toMatchObject([{ status: "won" }]);
    ledger().deletePayment(Number(paymentId));
    expect(await sync(id)).toBe("written");
    expect(dealsOf(id)).toMatchObject([{ stage: "Sent", status: "open" }]);
  });
});

describe("an update that reaches Pipedrive after a later one", () => {
  it("is put right again", async () => {
    const id = await sentInvoice();
    const paymentId = idOf(ledger().recordPayment(Number(id), { amount: "900.00" }));
    const [before] = dealsOf(id);
    pipeline().addFault({ method: "PATCH", path: `/api/v2/deals/${String(before?.id)}`, delayMs: 1_500 });
    const slow = sync(id);
    await expect.poll(() => pipeline().listFaults().at(-1)?.fired).toBe(1);
    ledger().deletePayment(Number(paymentId));
    await sync(id);
    expect(await slow).toBe("superseded");
    await runObject(world.deps, world.tenant, invoice(id));
    expect(dealsOf(id)).toMatchObject([{ stage: "Sent", status: "open" }]);
  });
});

/** Another workspace of the same Pipedrive company, to which an organization belongs. */
async function linkElsewhere(pipedriveId: number): Promise<void> {
  const { db } = world.deps;
  const { workspaceId } = (await createMember(world.deps)).member.tenant;
  const ours = await db.connection.findFirstOrThrow({ where: { vendor: "pipedrive" } });
  const { accountId, vendor, status, vendorUserId, vendorUserName, apiBaseUrl, accessExpiresAt } = ours;
  const account = { accountId, vendor, status, vendorUserId, vendorUserName, apiBaseUrl, accessExpiresAt };
  const sealed = { sealedAccessToken: "sealed", sealedRefreshToken: "sealed" };
  await db.connection.create({ data: { workspaceId, id: "con_1", ...account, ...sealed } });
  const link = { entity: "organization", freshbooksId: "1", state: "linked", intentId: "i" } as const;
  await db.link.create({ data: { workspaceId, id: "lnk_1", pipedriveId, ...link } });
}

describe("a create whose answer is lost beside another workspace's object of the same FreshBooks id", () => {
  it("leaves that object alone and makes its own", async () => {
    const clientId = newClient(world.sandbox);
    const field = await world.deps.db.pipedriveField.findFirstOrThrow({
      where: { entity: "organization", purpose: "freshbooksId" },
    });
    const custom_fields = { [field.fieldCode]: clientId };
    const theirs = idOf(pipeline().createOrganization({ name: "Theirs", custom_fields }));
    await linkElsewhere(Number(theirs));
    pipeline().addFault({ method: "POST", path: "/api/v2/organizations", drop: true });
    expect(await syncObject(world.deps, world.tenant, { kind: "client", freshbooksId: clientId })).toBe(
      "written",
    );
    const names = pipedriveView(world.sandbox)
      .organizationsOf(clientId)
      .map(({ name }) => name);
    expect(names).toEqual(["Theirs", "Acme GmbH"]);
  });
});

describe("a create whose answer is lost while the invoice goes to another client", () => {
  it("makes one deal", async () => {
    const id = newInvoice(world.sandbox);
    pipeline().addFault({ method: "POST", path: "/api/v2/deals", drop: true, when: "after" });
    pipeline().addFault({ method: "GET", path: "/api/v2/deals", status: 400 });
    expect(await sync(id)).toBe("failed: pipedrive_invalid");
    const otherId = newClient(world.sandbox, "Other Ltd");
    ledger().updateInvoice(Number(id), { customerid: Number(otherId) });
    await sync(id);
    await runObject(world.deps, world.tenant, invoice(id));
    const [organization] = pipedriveView(world.sandbox).organizationsOf(otherId);
    expect(dealsOf(id)).toMatchObject([{ org_id: organization?.id }]);
    expect(dealsOf(id)).toHaveLength(1);
  });
});

describe("a create whose answer is lost while our clock is far ahead of Pipedrive's", () => {
  it.each(["organizations", "deals"])("is found all the same: %s", async (path) => {
    world.deps.clock.advance(20 * 60_000);
    const clientId = newClient(world.sandbox);
    const id = newInvoice(world.sandbox, { clientId });
    pipeline().addFault({ method: "POST", path: `/api/v2/${path}`, drop: true, when: "after" });
    expect(await sync(id)).toBe("written");
    expect(dealsOf(id)).toHaveLength(1);
    expect(pipedriveView(world.sandbox).organizationsOf(clientId)).toHaveLength(1);
  });
});
