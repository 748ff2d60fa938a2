import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Member } from "../tenant";
import { requireMember } from "../tenant";
import { createMember, createViewer, joinWorkspace } from "../../testing/people";
import { seedRecord } from "../../testing/seed-sync";
import { createTestDeps } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import {
  changeCallback,
  findCallback,
  findSealedVerifier,
  keepVendorCallbackId,
  listCallbackRows,
  listLiveKeyHashes,
} from "./callback";
import { claimHandshake, claimRegistration } from "./callback-claim";
import { findSilence, noteCallbacksChecked } from "./callback-watch";
import { listConnectionFacts, listWorkspacesOfInstallation } from "./connection-facts";
import { findLiveMapping, insertLiveMapping, whilePublishing } from "./mapping-version";
import { listPipedriveFields, savePipedriveField } from "./pipedrive-field";
import { forgetMapping } from "./forget-mapping";
import { getWorkspace, holdsLinks, holdsRecords, listWorkspacesOf } from "./workspace";

let deps: TestDeps;
let own: Member;
let other: Member;
let callbackId: string;

const field = {
  entity: "deal",
  purpose: "number",
  fieldCode: "a",
  fieldType: "varchar",
  options: {},
} as const;

/** A connection, a callback, a field, a mapping, a record and a link in one workspace. */
async function furnish({ tenant, userId }: Member): Promise<string> {
  const { workspaceId } = tenant;
  await deps.db.connection.create({
    data: {
      workspaceId,
      id: "con_1",
      vendor: "pipedrive",
      status: "active",
      accountId: "1001",
      vendorUserId: "2002",
      vendorUserName: "Ada",
      apiBaseUrl: "https://acme.pipedrive.com",
      sealedAccessToken: "sealed",
      sealedRefreshToken: "sealed",
      accessExpiresAt: new Date("2026-12-01T00:00:00Z"),
    },
  });
  const keyHash = `hash-${workspaceId}`;
  const at = deps.clock.now();
  const fresh = { connectionId: "con_1", noun: "invoice", keyHash, former: undefined, at, repair: null };
  const id = await claimRegistration(deps.db, tenant, fresh);
  await savePipedriveField(deps.db, tenant, field);
  await whilePublishing(deps.db, tenant, { companyId: "1001" }, (transaction) =>
    insertLiveMapping(transaction, tenant, { rules: {}, createdById: userId, at: deps.clock.now() }),
  );
  await seedRecord(deps.db, tenant, { id: "rec_1" });
  const link = { entity: "deal", freshbooksId: "1", state: "linked", intentId: "i" } as const;
  await deps.db.link.create({ data: { workspaceId, id: "lnk_1", ...link } });
  return id ?? "";
}

beforeAll(async () => {
  deps = await createTestDeps();
  own = (await createMember(deps)).member;
  other = (await createMember(deps)).member;
  callbackId = await furnish(own);
});

afterAll(async () => {
  await deps.close();
});

describe("with another workspace's tenant", () => {
  it("nothing can be read", async () => {
    const { db } = deps;
    const { tenant } = other;
    expect(await listCallbackRows(db, tenant)).toEqual([]);
    expect(await findCallback(db, tenant, callbackId)).toBeNull();
    expect(await findSealedVerifier(db, tenant, callbackId)).toBeNull();
    expect(await listConnectionFacts(db, tenant)).toEqual([]);
    expect(await findLiveMapping(db, tenant)).toBeNull();
    expect(await listPipedriveFields(db, tenant)).toEqual([]);
    expect([await holdsRecords(db, tenant), await holdsLinks(db, tenant)]).toEqual([false, false]);
    expect(await getWorkspace(db, tenant)).toMatchObject({ slug: other.slug, liveMappingVersion: null });
  });

  it("nothing can be changed", async () => {
    const { db } = deps;
    const { tenant } = other;
    const change = { id: callbackId, from: ["registering"] } as const;
    expect(await changeCallback(db, tenant, change, { status: "verified" })).toBe(false);
    expect(await keepVendorCallbackId(db, tenant, { id: callbackId, vendorCallbackId: "9" })).toBe(false);
    await db.$transaction((transaction) => forgetMapping(transaction, tenant));
    const said = { at: deps.clock.now(), repair: "missing" };
    const stolen = { connectionId: "con_1", noun: "client", keyHash: "x", former: undefined, ...said };
    await expect(claimRegistration(db, tenant, stolen)).rejects.toThrow();
    const former = await findCallback(db, own.tenant, callbackId);
    if (!former) throw new Error("the own callback is gone");
    expect(await claimRegistration(db, tenant, { ...stolen, former })).toBeNull();
    expect(await claimHandshake(db, tenant, { former, vendorCallbackId: "9", ...said })).toBe(false);
    await noteCallbacksChecked(db, tenant, said.at);
    const silence = { now: said.at, graceMs: 0, lookBackMs: 3_600_000 };
    expect(await findSilence(db, tenant, silence)).toBeNull();

    expect(await findCallback(db, own.tenant, callbackId)).toMatchObject({
      status: "registering",
      vendorCallbackId: null,
    });
    expect(await findLiveMapping(db, own.tenant)).toMatchObject({ version: 1 });
    expect(await listPipedriveFields(db, own.tenant)).toHaveLength(1);
  });
});

describe("with its own tenant", () => {
  it("all of it is there: nobody is over-blocked", async () => {
    const { db } = deps;
    const { tenant } = own;
    expect(await listCallbackRows(db, tenant)).toMatchObject([{ id: callbackId, noun: "invoice" }]);
    expect(await listConnectionFacts(db, tenant)).toMatchObject([{ vendor: "pipedrive" }]);
    expect([await holdsRecords(db, tenant), await holdsLinks(db, tenant)]).toEqual([true, true]);
    const change = { id: callbackId, from: ["registering"] } as const;
    expect(await changeCallback(db, tenant, change, { lastError: "x" })).toBe(true);
  });

  it("no answer holds anything sealed", async () => {
    const all = [await listConnectionFacts(deps.db, own.tenant), await listCallbackRows(deps.db, own.tenant)];
    expect(JSON.stringify(all)).not.toMatch(/sealed/i);
  });
});

describe("look-ups across workspaces", () => {
  it("tell only what their one caller needs", async () => {
    const hashes = [`hash-${own.tenant.workspaceId}`, "unknown"];
    expect([...(await listLiveKeyHashes(deps.db, hashes))]).toEqual([hashes[0]]);
    const installation = { environment: "live", accountId: "1001", vendorUserId: "2002" } as const;
    expect(await listWorkspacesOfInstallation(deps.db, installation)).toEqual([own.tenant.workspaceId]);
    const wrongUser = { ...installation, vendorUserId: "2003" };
    expect(await listWorkspacesOfInstallation(deps.db, wrongUser)).toEqual([]);
    const elsewhere = { ...installation, environment: "sandbox" } as const;
    expect(await listWorkspacesOfInstallation(deps.db, elsewhere)).toEqual([]);
  });
});

describe("membership", () => {
  it("opens a workspace to its members alone", async () => {
    const editor = await joinWorkspace(deps, own, "editor");
    expect(await requireMember(deps.db, editor.userId, own.slug)).toMatchObject({ role: "editor" });
    expect(await listWorkspacesOf(deps.db, editor.userId)).toMatchObject([
      { slug: own.slug, role: "editor" },
    ]);
    const stranger = await createViewer(deps);
    await expect(requireMember(deps.db, stranger.userId, own.slug)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
