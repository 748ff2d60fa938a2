import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { accessToken } from "../../credentials/access-token";
import { listCallbackRows } from "../../db/repos/callback";
import { findConnection, findSealedConnection } from "../../db/repos/connection";
import { connect } from "../../testing/consent";
import { createMember } from "../../testing/people";
import { seedRecord } from "../../testing/seed-sync";
import { tester } from "../../testing/tester";
import { createTestDeps, sandboxEnv } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { chooseBusiness } from "./choose-business";
import { disconnect } from "./disconnect";
import { registerCallbacks } from "./register-callbacks";
import { freshbooksFor } from "./vendor-clients";

let sandbox: Sandbox;
let deps: TestDeps;

beforeAll(async () => {
  sandbox = await startSandbox();
  deps = await createTestDeps({
    ...sandboxEnv(sandbox),
    SANDBOX_FRESHBOOKS_URL: sandbox.freshbooks.url,
    SANDBOX_PIPEDRIVE_URL: sandbox.pipedrive.url,
  });
});

afterAll(async () => {
  await deps.close();
  await sandbox.stop();
});

async function withFreshbooks() {
  const { viewer, member } = await createMember(deps);
  await connect(deps, { viewer, member, vendor: "freshbooks" });
  await chooseBusiness(deps, member.tenant, { businessId: "550001", actor: tester });
  return { viewer, member, tenant: member.tenant };
}

/** Whether a vendor lets this token in. */
async function isLetIn(url: string, token: string): Promise<boolean> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  return answer.ok;
}

const atFreshbooks = () => `${sandbox.freshbooks.url}/auth/api/v1/users/me`;
const atPipedrive = () => `${sandbox.pipedrive.url}/api/v1/users/me`;

describe("disconnecting FreshBooks", () => {
  it("gives the grant back and leaves nothing, so that the workspace may be joined to the sandbox", async () => {
    const { viewer, member, tenant } = await withFreshbooks();
    const { token } = await accessToken(deps, tenant, "freshbooks");
    expect(await isLetIn(atFreshbooks(), token)).toBe(true);

    expect(await disconnect(deps, tenant, { vendor: "freshbooks", data: "keep", actor: tester })).toEqual({
      isTold: true,
      keptAccount: null,
      note: null,
    });
    expect(await isLetIn(atFreshbooks(), token)).toBe(false);
    expect(await findConnection(deps.db, tenant, "freshbooks")).toBeNull();
    const wanted = { viewer, member, vendor: "freshbooks", environment: "sandbox" } as const;
    expect(await connect(deps, wanted)).toContain("connected=freshbooks");
  });

  it("removes this workspace's callbacks there, and no other's", async () => {
    const one = await withFreshbooks();
    await registerCallbacks(deps, one.tenant, { actor: tester });
    const other = await withFreshbooks();
    await registerCallbacks(deps, other.tenant, { actor: tester });
    const there = (await listCallbackRows(deps.db, other.tenant)).map(
      ({ vendorCallbackId }) => vendorCallbackId,
    );
    await disconnect(deps, one.tenant, { vendor: "freshbooks", data: "keep", actor: tester });
    expect(await listCallbackRows(deps.db, one.tenant)).toEqual([]);
    const client = await freshbooksFor(deps, other.tenant);
    const left = (await client.listCallbacks()).map(({ id }) => id);
    expect(left.toSorted()).toEqual(there.toSorted());
  });

  it("keeps knowing the account whose records are here, and takes no other environment", async () => {
    const { viewer, member, tenant } = await withFreshbooks();
    await seedRecord(deps.db, tenant);
    expect(await disconnect(deps, tenant, { vendor: "freshbooks", data: "keep", actor: tester })).toEqual({
      isTold: true,
      keptAccount: "Northwind Studio",
      note: null,
    });
    expect(await findSealedConnection(deps.db, tenant, "freshbooks")).toMatchObject({
      connection: { status: "needs_reconnect", accountId: "aB3dE9" },
      ...{ sealedAccessToken: "", sealedRefreshToken: "" },
    });
    const sandboxed = { viewer, member, vendor: "freshbooks", environment: "sandbox" } as const;
    await expect(connect(deps, sandboxed)).rejects.toMatchObject({ code: "conflict" });
    expect(await connect(deps, { viewer, member, vendor: "freshbooks" })).toContain("connected=freshbooks");
    expect(await findConnection(deps.db, tenant, "freshbooks")).toMatchObject({ status: "active" });
  });

  it("ends here even if FreshBooks cannot be told, and says so", async () => {
    // Nobody else lives by this person's grant: one that others live by would not be given back.
    await deps.db.connection.deleteMany();
    const { tenant } = await withFreshbooks();
    sandbox.freshbooks.control.addFault({
      method: "POST",
      path: "/auth/oauth/revoke",
      status: 500,
      times: 9,
    });
    const ended = await disconnect(deps, tenant, { vendor: "freshbooks", data: "keep", actor: tester });
    sandbox.freshbooks.control.clearFaults();
    expect(ended).toEqual({ isTold: false, keptAccount: null, note: null });
    expect(await findConnection(deps.db, tenant, "freshbooks")).toBeNull();
  });

  it("changes nothing where nothing is connected", async () => {
    const { member } = await createMember(deps);
    const ended = await disconnect(deps, member.tenant, {
      vendor: "freshbooks",
      data: "keep",
      actor: tester,
    });
    expect(ended).toEqual({ isTold: true, keptAccount: null, note: null });
  });
});

describe("disconnecting Pipedrive", () => {
  it("uninstalls the app for the person, unless another workspace needs it", async () => {
    const [one, other] = [await createMember(deps), await createMember(deps)];
    for (const { viewer, member } of [one, other])
      await connect(deps, { viewer, member, vendor: "pipedrive" });
    const { token } = await accessToken(deps, other.member.tenant, "pipedrive");
    await disconnect(deps, one.member.tenant, { vendor: "pipedrive", data: "keep", actor: tester });
    expect(await isLetIn(atPipedrive(), token)).toBe(true);
    await disconnect(deps, other.member.tenant, { vendor: "pipedrive", data: "keep", actor: tester });
    expect(await isLetIn(atPipedrive(), token)).toBe(false);
    expect(await findConnection(deps.db, one.member.tenant, "pipedrive")).toBeNull();
    expect(await findConnection(deps.db, other.member.tenant, "pipedrive")).toBeNull();
  });
});
