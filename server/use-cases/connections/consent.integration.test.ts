import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { requirePermission } from "../../auth/access";
import { findConnection } from "../../db/repos/connection";
import type { Viewer } from "../../db/repos/session";
import { askConsent, connect } from "../../testing/consent";
import type { Returned } from "../../testing/consent";
import { actorOf, createMember, createViewer, joinWorkspace } from "../../testing/people";
import { tester } from "../../testing/tester";
import { createTestDeps, sandboxEnv } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { chooseBusiness } from "./choose-business";
import { closeConnection } from "./close-connection";
import { finishConnect } from "./finish-connect";
import { listBusinesses } from "./list-businesses";

let sandbox: Sandbox;
let deps: TestDeps;

beforeAll(async () => {
  sandbox = await startSandbox();
  deps = await createTestDeps(sandboxEnv(sandbox));
});

afterAll(async () => {
  await deps.close();
  await sandbox.stop();
});

/** The callback route's call, with its real permission check. */
function comeBack(viewer: Viewer | null, vendor: "freshbooks" | "pipedrive", returned: Returned) {
  return finishConnect(deps, {
    viewer,
    actor: viewer && actorOf(viewer),
    answer: { vendor, ...returned },
    authorize: (userId, slug) => requirePermission(deps.db, userId, slug, "connections.manage"),
  });
}

const expired = (vendor: string) => `/connect/failed?error=expired&vendor=${vendor}`;

describe("connecting FreshBooks", () => {
  it("stores the grant sealed, waits for the business to be chosen, and then is active", async () => {
    const { viewer, member } = await createMember(deps);
    const path = await connect(deps, { viewer, member, vendor: "freshbooks" });
    expect(path).toBe(`/${member.slug}/onboarding?connected=freshbooks`);
    const connection = await findConnection(deps.db, member.tenant, "freshbooks");
    expect(connection).toMatchObject({ status: "choosing", accountId: null, vendorUserName: "Ada Byte" });

    const businesses = await listBusinesses(deps, member.tenant, viewer);
    expect(businesses.map(({ name, usable }) => [name, usable])).toEqual([
      ["Northwind Studio", true],
      ["Harbour Books", true],
      ["Side Project", false],
    ]);
    await chooseBusiness(deps, member.tenant, { businessId: "550002", actor: tester });
    expect(await findConnection(deps.db, member.tenant, "freshbooks")).toMatchObject({
      status: "active",
      accountId: "Zz9Yy8",
      accountName: "Harbour Books",
      timezone: "Europe/Berlin",
    });
  });

  it("refuses a business without an account, and one that is not theirs", async () => {
    const { viewer, member } = await createMember(deps);
    await connect(deps, { viewer, member, vendor: "freshbooks" });
    const choose = (businessId: string) => chooseBusiness(deps, member.tenant, { businessId, actor: tester });
    await expect(choose("550003")).rejects.toMatchObject({ code: "invalid_input" });
    await expect(choose("1")).rejects.toMatchObject({ code: "not_found" });
  });

  it("goes on with the chosen business when it is connected again", async () => {
    const { viewer, member } = await createMember(deps);
    await connect(deps, { viewer, member, vendor: "freshbooks" });
    await chooseBusiness(deps, member.tenant, { businessId: "550001", actor: tester });
    const before = await findConnection(deps.db, member.tenant, "freshbooks");
    await connect(deps, { viewer, member, vendor: "freshbooks" });
    const after = await findConnection(deps.db, member.tenant, "freshbooks");
    expect(after).toMatchObject({ id: before?.id, status: "active", accountId: "aB3dE9" });
    expect(after?.tokenVersion).toBe((before?.tokenVersion ?? 0) + 1);
  });

  it("does not let another business into a workspace that holds records", async () => {
    const { viewer, member } = await createMember(deps);
    await connect(deps, { viewer, member, vendor: "freshbooks" });
    await chooseBusiness(deps, member.tenant, { businessId: "550001", actor: tester });
    const { workspaceId } = member.tenant;
    await deps.db.record.create({
      data: { workspaceId, id: "rec_1", kind: "client", freshbooksId: "1", label: "A" },
    });
    await expect(
      chooseBusiness(deps, member.tenant, { businessId: "550002", actor: tester }),
    ).rejects.toMatchObject({
      code: "conflict",
    });
    await chooseBusiness(deps, member.tenant, { businessId: "550001", actor: tester });
  });
});

describe("connecting Pipedrive", () => {
  it("stores company, person and where its API is", async () => {
    const { viewer, member } = await createMember(deps);
    await connect(deps, { viewer, member, vendor: "pipedrive" });
    const connection = await findConnection(deps.db, member.tenant, "pipedrive");
    expect(connection).toMatchObject({ status: "active", apiBaseUrl: sandbox.pipedrive.url });
    expect(connection?.accountId).toMatch(/^\d+$/);
    expect(JSON.stringify(connection)).not.toContain("v1.test.");
  });

  it("refuses an API address outside the allowed hosts", async () => {
    const strict = { ...deps, env: { ...deps.env, PIPEDRIVE_ALLOWED_HOSTS: ["*.pipedrive.com"] } };
    const { viewer, member } = await createMember(deps);
    const path = await connect(strict, { viewer, member, vendor: "pipedrive" });
    expect(path).toBe(`/${member.slug}/onboarding?error=unavailable&vendor=pipedrive`);
    expect(await findConnection(deps.db, member.tenant, "pipedrive")).toBeNull();
  });
});

describe("the state of a consent", () => {
  it("works once", async () => {
    const { viewer, member } = await createMember(deps);
    const returned = await askConsent(deps, { viewer, member, vendor: "pipedrive" });
    expect(await comeBack(viewer, "pipedrive", returned)).toContain("connected=pipedrive");
    expect(await comeBack(viewer, "pipedrive", returned)).toBe(expired("pipedrive"));
  });

  it("is worth nothing when forged or missing", async () => {
    const { viewer } = await createMember(deps);
    const forged = { code: "x", error: null, state: "a".repeat(43) };
    expect(await comeBack(viewer, "freshbooks", forged)).toBe(expired("freshbooks"));
    expect(await comeBack(viewer, "freshbooks", { ...forged, state: null })).toBe(expired("freshbooks"));
  });

  it("ends after ten minutes", async () => {
    const { viewer, member } = await createMember(deps);
    const returned = await askConsent(deps, { viewer, member, vendor: "pipedrive" });
    deps.clock.advance(10 * 60_000 + 1);
    expect(await comeBack(viewer, "pipedrive", returned)).toBe(expired("pipedrive"));
    deps.clock.advance(-(10 * 60_000 + 1));
  });

  it("is bound to the person, the session and the vendor, and survives a stranger's try", async () => {
    const { viewer, member } = await createMember(deps);
    const returned = await askConsent(deps, { viewer, member, vendor: "pipedrive" });
    const thief = await createViewer(deps);
    const otherSession = { ...viewer, sessionId: thief.sessionId };
    for (const [who, vendor] of [
      [thief, "pipedrive"],
      [otherSession, "pipedrive"],
      [viewer, "freshbooks"],
    ] as const) {
      expect(await comeBack(who, vendor, returned)).toBe(expired(vendor));
    }
    expect(await comeBack(null, "pipedrive", returned)).toBe(
      "/connect/failed?error=signed_out&vendor=pipedrive",
    );
    expect(await comeBack(viewer, "pipedrive", returned)).toContain("connected=pipedrive");
  });

  it("does not outlive the role that it was begun with", async () => {
    const { member } = await createMember(deps);
    const admin = await joinWorkspace(deps, member, "admin");
    const returned = await askConsent(deps, { viewer: admin, member, vendor: "pipedrive" });
    const { workspaceId } = member.tenant;
    await deps.db.membership.update({
      where: { workspaceId_userId: { workspaceId, userId: admin.userId } },
      data: { role: "viewer" },
    });
    expect(await comeBack(admin, "pipedrive", returned)).toBe(
      "/connect/failed?error=forbidden&vendor=pipedrive",
    );
    expect(await findConnection(deps.db, member.tenant, "pipedrive")).toBeNull();
  });

  it("is used up by a refusal, which is told in our own code", async () => {
    const { viewer, member } = await createMember(deps);
    for (const vendor of ["freshbooks", "pipedrive"] as const) {
      const returned = await askConsent(deps, { viewer, member, vendor, decision: "deny" });
      expect(await comeBack(viewer, vendor, returned)).toBe(
        `/${member.slug}/onboarding?error=denied&vendor=${vendor}`,
      );
      expect(await comeBack(viewer, vendor, returned)).toBe(expired(vendor));
    }
  });

  it("lets no text of the vendor into the address", async () => {
    const { viewer, member } = await createMember(deps);
    const { state } = await askConsent(deps, { viewer, member, vendor: "pipedrive" });
    const path = await comeBack(viewer, "pipedrive", { state, code: null, error: "<script>&x=1" });
    expect(path).toBe(`/${member.slug}/onboarding?error=refused&vendor=pipedrive`);
  });
});

describe("Pipedrive's uninstall notice", () => {
  const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;
  const right = basic("sandbox-pipedrive:sandbox-pipedrive-secret");

  it("closes that installation's connections alone, and again changes nothing", async () => {
    const { viewer, member } = await createMember(deps);
    await connect(deps, { viewer, member, vendor: "pipedrive" });
    const connection = await findConnection(deps.db, member.tenant, "pipedrive");
    const body = {
      client_id: "sandbox-pipedrive",
      company_id: Number(connection?.accountId),
      user_id: Number(connection?.vendorUserId),
      timestamp: "2026-11-23T10:00:00.000Z",
    };
    const strange = { ...body, company_id: 1 };
    expect(await closeConnection(deps, { authorization: right, body: strange })).toEqual({ closed: 0 });
    const first = await closeConnection(deps, { authorization: right, body });
    expect(first.closed).toBeGreaterThanOrEqual(1);
    expect((await findConnection(deps.db, member.tenant, "pipedrive"))?.status).toBe("needs_reconnect");
    expect(await closeConnection(deps, { authorization: right, body })).toEqual({ closed: 0 });
  });

  it.each([
    null,
    "",
    right.toLowerCase(),
    `${right}=`,
    basic("sandbox-pipedrive:wrong"),
    "Bearer sandbox-pipedrive-secret",
  ])("is refused with the header %j", async (authorization) => {
    const body = { company_id: 1, user_id: 1 };
    await expect(closeConnection(deps, { authorization, body })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  it("is refused when it names no installation", async () => {
    for (const body of [null, {}, { company_id: "x", user_id: 1 }, "text"]) {
      await expect(closeConnection(deps, { authorization: right, body })).rejects.toMatchObject({
        code: "invalid_input",
      });
    }
  });
});
