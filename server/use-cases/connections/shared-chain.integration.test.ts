import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { accessToken } from "../../credentials/access-token";
import { revokeGrant } from "../../credentials/revoke-grant";
import { findConnection } from "../../db/repos/connection";
import type { Tenant } from "../../db/tenant";
import { connect } from "../../testing/consent";
import { createMember } from "../../testing/people";
import { createTestDeps, sandboxEnv } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { tester } from "../../testing/tester";
import { chooseBusiness } from "./choose-business";
import { disconnect } from "./disconnect";

const hourMs = 3_600_000;
const ada = 770_001;

let sandbox: Sandbox;
let deps: TestDeps;

beforeEach(async () => {
  sandbox = await startSandbox();
  deps = await createTestDeps(sandboxEnv(sandbox));
  return async () => {
    await deps.close();
    await sandbox.stop();
  };
});

type Joined = { tenant: Tenant; consentAgain: (vendorUserId?: number) => Promise<void> };

/** A workspace of its own, joined to Northwind by Ada's consent. */
async function joined(): Promise<Joined> {
  const { viewer, member } = await createMember(deps);
  const consentAgain = async (vendorUserId = ada) => {
    await connect(deps, { viewer, member, vendor: "freshbooks", vendorUserId });
  };
  await consentAgain();
  await chooseBusiness(deps, member.tenant, { businessId: "550001", actor: tester });
  return { tenant: member.tenant, consentAgain };
}

function passHours(hours: number): void {
  sandbox.freshbooks.control.advanceClock(hours * hourMs);
  deps.clock.advance(hours * hourMs);
}

/** Reads of FreshBooks as the sync does: a refused token is got anew. */
const read = async (tenant: Tenant) => (await deps.freshbooks(tenant)).listClients({ page: 1 });
const statusOf = async (tenant: Tenant) => (await findConnection(deps.db, tenant, "freshbooks"))?.status;

describe.each([true, false])("one person's two workspaces, a second consent ending the first: %s", (ends) => {
  let first: Joined;
  let second: Joined;

  beforeEach(async () => {
    sandbox.freshbooks.control.setSwitches({ secondConsentEndsFirst: ends });
    first = await joined();
    second = await joined();
  });

  afterEach(async () => {
    expect(await statusOf(first.tenant)).toBe("active");
  });

  it("both go on, however often each of them refreshes", async () => {
    for (const hours of [0, 13, 13, 1, 13]) {
      passHours(hours);
      for (const { tenant } of [first, second, first]) await read(tenant);
      passHours(13);
      await Promise.all([second, first, second, first].map(({ tenant }) => read(tenant)));
    }
    expect(await statusOf(second.tenant)).toBe("active");
  });

  it("one that ends takes nothing from the other; the last one gives the grant back", async () => {
    passHours(13);
    await read(second.tenant);
    await disconnect(deps, second.tenant, { vendor: "freshbooks", data: "keep", actor: tester });
    passHours(13);
    await read(first.tenant);
    const { token } = await accessToken(deps, first.tenant, "freshbooks");
    await revokeGrant(deps, first.tenant, "freshbooks");
    const answer = await fetch(`${sandbox.freshbooks.url}/auth/api/v1/users/me`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(401);
  });

  it("another person's consent in the one leaves the pair to the other", async () => {
    passHours(13);
    await read(second.tenant);
    const eve = sandbox.freshbooks.control.createBusiness({ name: "Eve's" });
    await second.consentAgain(eve.identity.id);
    passHours(13);
    await read(first.tenant);
  });
});
