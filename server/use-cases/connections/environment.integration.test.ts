import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { accessToken } from "../../credentials/access-token";
import { SealError } from "../../credentials/seal";
import type { ConnectionEnvironment, Vendor } from "../../db/generated/enums";
import { findConnection } from "../../db/repos/connection";
import type { Tenant } from "../../db/tenant";
import { AppError } from "../../lib/errors";
import { askConsent, connect } from "../../testing/consent";
import { failureOf } from "../../testing/failure-of";
import { actorOf, createMember } from "../../testing/people";
import { tester } from "../../testing/tester";
import { createTestDeps, sandboxEnv } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { getOnboarding } from "../onboarding/get-onboarding";
import { listWorkspaces } from "../workspaces/list-workspaces";
import { chooseBusiness } from "./choose-business";
import { closeConnection } from "./close-connection";
import { finishConnect } from "./finish-connect";
import { freshbooksFor, pipedriveFor } from "./vendor-clients";

/** What the product takes for the real vendors, and for the sandbox: two pairs that know no token of each other. */
let real: Sandbox;
let toy: Sandbox;
let deps: TestDeps;

beforeAll(async () => {
  [real, toy] = await Promise.all([startSandbox({ seed: 1 }), startSandbox({ seed: 2 })]);
  deps = await createTestDeps({
    ...sandboxEnv(real),
    SANDBOX_FRESHBOOKS_URL: toy.freshbooks.url,
    SANDBOX_PIPEDRIVE_URL: toy.pipedrive.url,
  });
});

afterEach(async () => {
  // Every test joins the same business to the same company, which no two workspaces may.
  await deps.db.connection.deleteMany();
});

afterAll(async () => {
  await deps.close();
  await Promise.all([real.stop(), toy.stop()]);
});

/** How many calls have reached a pair, whether or not they were let in. */
function callsAt({ freshbooks, pipedrive }: Sandbox): number {
  return freshbooks.control.state().requests.length + pipedrive.control.state().requests.length;
}

/** A workspace with both sides connected in this environment. */
async function joined(environment: ConnectionEnvironment) {
  const { viewer, member } = await createMember(deps);
  await connect(deps, { viewer, member, vendor: "freshbooks", environment });
  await chooseBusiness(deps, member.tenant, { businessId: "550001", actor: tester });
  await connect(deps, { viewer, member, vendor: "pipedrive", environment });
  return { viewer, member, tenant: member.tenant };
}

async function letTokensEnd({ workspaceId }: Tenant): Promise<void> {
  await deps.db.connection.updateMany({
    where: { workspaceId },
    data: { accessExpiresAt: deps.clock.now() },
  });
}

async function environmentOf(tenant: Tenant, vendor: Vendor) {
  return (await findConnection(deps.db, tenant, vendor))?.environment ?? null;
}

describe.each([
  ["sandbox", () => toy, () => real],
  ["live", () => real, () => toy],
] as const)("a workspace connected in the environment %s", (environment, own, other) => {
  it("is asked for consent, granted, read and refreshed there, and nowhere else", async () => {
    const before = callsAt(other());
    const { tenant } = await joined(environment);
    await letTokensEnd(tenant);
    const freshbooks = await freshbooksFor(deps, tenant);
    await freshbooks.listClients({ page: 1 });
    const pipedrive = await pipedriveFor(deps, tenant);
    expect((await pipedrive.me()).companyName).toBe("Acme");

    expect(callsAt(other())).toBe(before);
    expect(await findConnection(deps.db, tenant, "freshbooks")).toMatchObject({
      ...{ environment, status: "active", apiBaseUrl: own().freshbooks.url, tokenVersion: 2 },
    });
    expect(await findConnection(deps.db, tenant, "pipedrive")).toMatchObject({
      ...{ environment, status: "active", apiBaseUrl: own().pipedrive.url, tokenVersion: 2 },
    });
  });

  it("opens no token for the other, even if its row says so", async () => {
    const { tenant } = await joined(environment);
    const { workspaceId } = tenant;
    const before = callsAt(other());
    const wrong = environment === "live" ? "sandbox" : "live";
    await deps.db.connection.updateMany({ where: { workspaceId }, data: { environment: wrong } });
    for (const vendor of ["freshbooks", "pipedrive"] as const) {
      await failureOf(SealError, accessToken(deps, tenant, vendor));
    }
    await letTokensEnd(tenant);
    for (const vendor of ["freshbooks", "pipedrive"] as const) {
      await failureOf(SealError, accessToken(deps, tenant, vendor));
    }
    expect(callsAt(other())).toBe(before);
  });

  it("sends its token to no address of the other", async () => {
    const { tenant } = await joined(environment);
    const { workspaceId } = tenant;
    const before = callsAt(other());
    for (const [vendor, apiBaseUrl] of [
      ["freshbooks", other().freshbooks.url],
      ["pipedrive", other().pipedrive.url],
    ] as const) {
      await deps.db.connection.updateMany({ where: { workspaceId, vendor }, data: { apiBaseUrl } });
    }
    const freshbooks = await freshbooksFor(deps, tenant);
    await freshbooks.listClients({ page: 1 });
    expect((await failureOf(AppError, pipedriveFor(deps, tenant))).code).toBe("needs_reconnect");
    expect(callsAt(other())).toBe(before);
  });
});

describe("the mark", () => {
  it("stands at the workspace, its connections and its offers, for the sandbox and the stand-ins called real", async () => {
    const { viewer, member, tenant } = await joined("sandbox");
    const pages = {
      freshbooksUrl: `${toy.freshbooks.url}/?account=aB3dE9`,
      pipedriveUrl: `${toy.pipedrive.url}/?company=12345678`,
    };
    expect(await listWorkspaces(deps, { userId: viewer.userId })).toMatchObject([
      { slug: member.slug, sandbox: pages },
    ]);
    const { connections, offers } = await getOnboarding(deps, tenant, viewer);
    expect(connections).toMatchObject([
      { vendor: "freshbooks", environment: "sandbox", isSandbox: true, sandboxUrl: pages.freshbooksUrl },
      { vendor: "pipedrive", environment: "sandbox", isSandbox: true, sandboxUrl: pages.pipedriveUrl },
    ]);
    expect(offers).toEqual(["sandbox"]);
    const living = await joined("live");
    expect((await getOnboarding(deps, living.tenant, living.viewer)).connections).toMatchObject([
      { environment: "live", isSandbox: true, sandboxUrl: `${real.freshbooks.url}/?account=aB3dE9` },
      { environment: "live", isSandbox: true },
    ]);
  });

  it("is nowhere while nothing is connected", async () => {
    const { viewer, member } = await createMember(deps);
    expect(await listWorkspaces(deps, { userId: viewer.userId })).toMatchObject([{ sandbox: null }]);
    const { connections, offers } = await getOnboarding(deps, member.tenant, viewer);
    expect(connections.map(({ isSandbox, sandboxUrl }) => [isSandbox, sandboxUrl])).toEqual([
      [false, null],
      [false, null],
    ]);
    expect(offers).toEqual(["live", "sandbox"]);
  });
});

describe("one workspace in both environments", () => {
  it.each([
    ["freshbooks", "live", "pipedrive", "sandbox"],
    ["freshbooks", "sandbox", "pipedrive", "live"],
    ["pipedrive", "live", "freshbooks", "sandbox"],
    ["freshbooks", "sandbox", "freshbooks", "live"],
  ] as const)("%s %s, then %s %s, is refused with a way out", async (first, here, second, there) => {
    const { viewer, member } = await createMember(deps);
    await connect(deps, { viewer, member, vendor: first, environment: here });
    const wanted = { viewer, member, vendor: second, environment: there };
    const refusal = await failureOf(AppError, askConsent(deps, wanted));
    expect(refusal).toMatchObject({ code: "conflict" });
    expect(refusal.userMessage).toContain("Disconnect that first, or make a new workspace");
    expect(await environmentOf(member.tenant, first)).toBe(here);
    if (second !== first) expect(await environmentOf(member.tenant, second)).toBeNull();
  });

  it("is refused as well where both consents were begun before either ended", async () => {
    const { viewer, member } = await createMember(deps);
    const begun = { viewer, member, vendor: "pipedrive", environment: "sandbox" } as const;
    const returned = await askConsent(deps, begun);
    await connect(deps, { viewer, member, vendor: "freshbooks" });
    const before = callsAt(toy);
    const path = await finishConnect(deps, {
      viewer,
      actor: actorOf(viewer),
      answer: { vendor: "pipedrive", ...returned },
      authorize: () => Promise.resolve(),
    });
    expect(path).toBe(`/${member.slug}/onboarding?error=other_environment&vendor=pipedrive`);
    expect(callsAt(toy)).toBe(before);
    expect(await environmentOf(member.tenant, "pipedrive")).toBeNull();
  });

  it("does not come about by two consents that end at once", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { viewer, member } = await createMember(deps);
      const wanted = [
        { viewer, member, vendor: "freshbooks", environment: "live" },
        { viewer, member, vendor: "pipedrive", environment: "sandbox" },
      ] as const;
      const answers = [];
      for (const one of wanted) answers.push({ vendor: one.vendor, ...(await askConsent(deps, one)) });
      const authorize = () => Promise.resolve();
      const paths = await Promise.all(
        answers.map((answer) => finishConnect(deps, { viewer, actor: actorOf(viewer), answer, authorize })),
      );
      expect(paths.filter((path) => path.includes("connected="))).toHaveLength(1);
      expect(paths.filter((path) => path.includes("error=other_environment"))).toHaveLength(1);
    }
  });
});

describe("a server whose operator offers no sandbox", () => {
  it("connects to none, and opens nothing of one that it offered before", async () => {
    const { tenant } = await joined("sandbox");
    const env = { ...deps.env, SANDBOX_FRESHBOOKS_URL: undefined, SANDBOX_PIPEDRIVE_URL: undefined };
    const without = { ...deps, env };
    const fresh = await createMember(deps);
    const wanted = { ...fresh, vendor: "freshbooks", environment: "sandbox" } as const;
    const refusal = await failureOf(AppError, askConsent(without, wanted));
    expect(refusal).toMatchObject({ code: "not_configured" });
    expect((await failureOf(AppError, freshbooksFor(without, tenant))).code).toBe("not_configured");
    expect((await failureOf(AppError, pipedriveFor(without, tenant))).code).toBe("not_configured");
  });
});

describe("an uninstall notice", () => {
  const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;

  it("ends the installation in its own environment, not the one with the same ids in the other", async () => {
    const apart = { ...deps.env, SANDBOX_PIPEDRIVE_CLIENT_SECRET: "another-secret" };
    const sandboxed = await joined("sandbox");
    const living = await joined("live");
    const connection = await findConnection(deps.db, living.tenant, "pipedrive");
    const body = { company_id: connection?.accountId, user_id: connection?.vendorUserId };
    const authorization = basic("sandbox-pipedrive:another-secret");
    await closeConnection({ ...deps, env: apart }, { authorization, body });
    expect(await findConnection(deps.db, living.tenant, "pipedrive")).toMatchObject({ status: "active" });
    expect(await findConnection(deps.db, sandboxed.tenant, "pipedrive")).toMatchObject({
      status: "needs_reconnect",
    });
  });
});
