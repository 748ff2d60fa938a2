import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "../../testing/consent";
import { idOf } from "../../testing/ledger";
import { createMember } from "../../testing/people";
import { pipedriveView } from "../../testing/pipedrive-view";
import { syncObject } from "../../testing/run-object";
import { createSyncWorld, joinVendors } from "../../testing/sync-world";
import type { SyncWorld } from "../../testing/sync-world";
import { tester } from "../../testing/tester";
import { disconnect } from "./disconnect";

let world: SyncWorld;

beforeAll(async () => {
  world = await createSyncWorld();
  // The workspaces below join the same business and the same company, which only one may at a time.
  await disconnect(world.deps, world.tenant, { vendor: "pipedrive", data: "erase", actor: tester });
});

afterAll(async () => {
  await world.close();
});

type Person = Awaited<ReturnType<typeof createMember>>;

/** A sent invoice, synced by a workspace of its own; `act` happens once, when the run has got its client for a write. */
async function syncWhile(act: (person: Person) => Promise<unknown>) {
  const person = await createMember(world.deps);
  await joinVendors(world.deps, person, { businessId: "550001" });
  const { control } = world.sandbox.freshbooks;
  const customerid = Number(
    idOf(control.createClient({ organization: "Left behind", currency_code: "EUR" })),
  );
  const freshbooksId = idOf(control.createInvoice({ customerid, amount: "9.00", currency_code: "EUR" }));
  control.markAsSent(Number(freshbooksId));
  let calls = 0;
  const pipedrive: typeof world.deps.pipedrive = async (tenant) => {
    const client = await world.deps.pipedrive(tenant);
    calls += 1;
    if (calls === 1) await act(person);
    return client;
  };
  const { tenant } = person.member;
  const outcome = await syncObject({ ...world.deps, pipedrive }, tenant, { kind: "invoice", freshbooksId });
  const links = await world.deps.db.link.findMany({ where: { workspaceId: tenant.workspaceId } });
  return { outcome, links, deals: pipedriveView(world.sandbox).dealsOf(freshbooksId) };
}

describe("a run that is under way while its workspace leaves the company", () => {
  it("makes nothing in the old company when another has been connected in its place", async () => {
    const { users } = world.sandbox.pipedrive.control.createCompany({ name: "Globex", domain: "globex" });
    const vendorUserId = users[0]?.id ?? 0;
    const ended = await syncWhile(({ viewer, member }) =>
      connect(world.deps, { viewer, member, vendor: "pipedrive", vendorUserId }),
    );
    expect(ended).toMatchObject({ links: [], deals: [] });
  });

  it("makes nothing there, and keeps nothing of it, once it was disconnected", async () => {
    const ended = await syncWhile(({ member }) =>
      disconnect(world.deps, member.tenant, { vendor: "pipedrive", data: "keep", actor: tester }),
    );
    expect(ended).toMatchObject({ links: [], deals: [] });
  });
});
