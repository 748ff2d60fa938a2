import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../lib/ids";
import { freshbooksVariants } from "../../testing/freshbooks-variants";
import { idOf } from "../../testing/ledger";
import { createMember } from "../../testing/people";
import { pipedriveView } from "../../testing/pipedrive-view";
import { syncObject } from "../../testing/run-object";
import { createSyncWorld, joinVendors } from "../../testing/sync-world";
import type { SyncWorld } from "../../testing/sync-world";
import { variantsOf } from "../../testing/variants";
import { turnSwitches } from "../../testing/vendor-switches";

let world: SyncWorld;

beforeAll(async () => {
  world = await createSyncWorld();
});

afterAll(async () => {
  await world.close();
});

/** A sent invoice of a new client in the books of an account. */
function sentInvoice(accountId: string, amount: string): string {
  const books = world.sandbox.freshbooks.control.forAccount(accountId);
  const organization = `Client of ${accountId}`;
  const customerid = Number(idOf(books.createClient({ organization, currency_code: "EUR" })));
  const id = idOf(books.createInvoice({ customerid, amount, currency_code: "EUR" }));
  books.markAsSent(Number(id));
  return id;
}

describe("two businesses in one Pipedrive company", () => {
  it.each(variantsOf(freshbooksVariants, "accounts"))(
    "keep their deals apart though their ids are the same, a lost answer included: $name",
    async ({ switches }) => {
      const { control } = world.sandbox.freshbooks;
      await turnSwitches(world.sandbox.freshbooks, switches);
      const { business } = control.createBusiness({ name: "Second Ltd", identityId: 770_001 });
      const accountId = business.accountId ?? "";
      const second = await createMember(world.deps);
      await joinVendors(world.deps, second, { businessId: String(business.id) });
      const ours = sentInvoice("aB3dE9", "900.00");
      const theirs = sentInvoice(accountId, "450.00");
      expect(theirs).toBe(ours);
      const invoice = { kind: "invoice", freshbooksId: ours } as const;
      expect(await syncObject(world.deps, world.tenant, invoice)).toBe("written");
      for (const path of ["/api/v2/organizations", "/api/v2/deals"]) {
        world.sandbox.pipedrive.control.addFault({ method: "POST", path, drop: true, when: "after" });
      }
      expect(await syncObject(world.deps, second.member.tenant, invoice)).toBe("written");
      control.recordPayment(Number(ours), { amount: "900.00" });
      expect(await syncObject(world.deps, world.tenant, invoice)).toBe("written");
      const deals = pipedriveView(world.sandbox).dealsOf(ours);
      expect(deals.map(({ value, status, stage }) => ({ value, status, stage }))).toEqual([
        { value: 900, status: "won", stage: "Paid" },
        { value: 450, status: "open", stage: "Sent" },
      ]);
    },
  );
});

describe("one business in two Pipedrive companies", () => {
  it("has its deal in each, and keeps them apart", async () => {
    const { control } = world.sandbox.pipedrive;
    const { company, users } = control.createCompany({ name: "Globex", domain: "globex" });
    const second = await createMember(world.deps);
    const pipedriveUserId = users[0]?.id ?? 0;
    await joinVendors(world.deps, second, { businessId: "550001", pipedriveUserId });
    const id = sentInvoice("aB3dE9", "900.00");
    const invoice = { kind: "invoice", freshbooksId: id } as const;
    expect(await syncObject(world.deps, world.tenant, invoice)).toBe("written");
    control.addFault({ method: "POST", path: "/api/v2/deals", drop: true, when: "after" });
    expect(await syncObject(world.deps, second.member.tenant, invoice)).toBe("written");
    const theirs = pipedriveView(world.sandbox, company.id).dealsOf(id);
    expect(theirs).toHaveLength(1);
    const [deal] = theirs;
    control.deleteDeal(pipedriveView(world.sandbox).dealsOf(id)[0]?.id ?? 0);
    world.sandbox.freshbooks.control.recordPayment(Number(id), { amount: "900.00" });
    expect(await syncObject(world.deps, world.tenant, invoice)).toBe("excluded");
    expect(await syncObject(world.deps, second.member.tenant, invoice)).toBe("written");
    expect(pipedriveView(world.sandbox, company.id).dealsOf(id)).toMatchObject([
      { id: deal?.id, status: "won", stage: "Paid" },
    ]);
  });
});

describe("a company of the sandbox with the id of a real one", () => {
  it("hides no object of ours when an answer was lost", async () => {
    const other = await createMember(world.deps);
    const { workspaceId } = other.member.tenant;
    await world.deps.db.connection.create({
      data: {
        id: newId("connection"),
        workspaceId,
        vendor: "pipedrive",
        environment: "sandbox",
        status: "active",
        accountId: "12345678",
        vendorUserId: "1",
        vendorUserName: "Someone",
        apiBaseUrl: "http://127.0.0.1:1",
        scopes: [],
        sealedAccessToken: "",
        sealedRefreshToken: "",
        accessExpiresAt: world.deps.clock.now(),
      },
    });
    const before = sentInvoice("aB3dE9", "100.00");
    await syncObject(world.deps, world.tenant, { kind: "invoice", freshbooksId: before });
    const last = pipedriveView(world.sandbox).dealsOf(before)[0]?.id ?? 0;
    await world.deps.db.link.create({
      data: {
        id: newId("link"),
        workspaceId,
        entity: "deal",
        freshbooksId: "1",
        pipedriveId: last + 1,
        state: "linked",
        intentId: newId("intent"),
      },
    });
    const lost = sentInvoice("aB3dE9", "200.00");
    world.sandbox.pipedrive.control.addFault({
      method: "POST",
      path: "/api/v2/deals",
      drop: true,
      when: "after",
    });
    await syncObject(world.deps, world.tenant, { kind: "invoice", freshbooksId: lost });
    expect(
      pipedriveView(world.sandbox)
        .dealsOf(lost)
        .map(({ id }) => id),
    ).toEqual([last + 1]);
  });
});
