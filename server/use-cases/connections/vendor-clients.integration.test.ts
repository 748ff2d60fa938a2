import { Writable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSandbox } from "@/sandbox/start-sandbox";
import type { Sandbox } from "@/sandbox/start-sandbox";
import { accessToken } from "../../credentials/access-token";
import { storeGrant } from "../../credentials/store-grant";
import { findSealedConnection } from "../../db/repos/connection";
import type { Tenant } from "../../db/tenant";
import { AppError } from "../../lib/errors";
import { createLogger } from "../../lib/log";
import { BudgetWait } from "../../limits/budget-wait";
import { readBudget } from "../../limits/read-budget";
import { failureOf } from "../../testing/failure-of";
import { createMember } from "../../testing/people";
import { createTestDeps, sandboxEnv } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { grantFreshbooks, grantPipedrive } from "../../testing/vendor-grants";
import type { TokenGrant } from "../../vendors/http/token-grant";
import { VendorError } from "../../vendors/http/vendor-error";
import { freshbooksFor, pipedriveFor } from "./vendor-clients";

let sandbox: Sandbox;
let deps: TestDeps;
let tenant: Tenant;

beforeAll(async () => {
  sandbox = await startSandbox();
  deps = await createTestDeps(sandboxEnv(sandbox));
});

beforeEach(async () => {
  sandbox.freshbooks.control.reset();
  sandbox.pipedrive.control.reset();
  tenant = (await createMember(deps)).member.tenant;
});

afterAll(async () => {
  await deps.close();
  await sandbox.stop();
});

const person = {
  environment: "live",
  vendorUserId: "1",
  vendorUserName: "Ada",
  timezone: null,
  currency: null,
} as const;

async function connectFreshbooks(change: Partial<TokenGrant> & { accountId?: null } = {}) {
  const { accountId = "aB3dE9", ...grantChange } = change;
  const status = accountId === null ? "choosing" : "active";
  const place = {
    vendor: "freshbooks",
    apiBaseUrl: sandbox.freshbooks.url,
    accountName: "Northwind",
  } as const;
  const grant = { ...(await grantFreshbooks(sandbox.freshbooks)), ...grantChange };
  await storeGrant(deps, tenant, { ...person, ...place, status, accountId }, grant);
  return grant;
}

async function connectPipedrive(change: Partial<TokenGrant> = {}) {
  const place = { vendor: "pipedrive", apiBaseUrl: sandbox.pipedrive.url, accountName: "Acme" } as const;
  const grant = { ...(await grantPipedrive(sandbox.pipedrive)), ...change };
  await storeGrant(deps, tenant, { ...person, ...place, status: "active", accountId: "12345678" }, grant);
  return grant;
}

describe("freshbooksFor", () => {
  it("reads the connected account", async () => {
    await connectFreshbooks();
    const { id } = sandbox.freshbooks.control.createClient({ organization: "Acme GmbH" });
    const client = await freshbooksFor(deps, tenant);
    expect(await client.getClient(String(id))).toMatchObject({ organization: "Acme GmbH" });
  });

  it("gets over an access token that FreshBooks no longer takes", async () => {
    await connectFreshbooks({ accessToken: "worn-out" });
    const client = await freshbooksFor(deps, tenant);
    expect(await client.listClients({ page: 1 })).toMatchObject({ items: [] });
    expect((await accessToken(deps, tenant, "freshbooks")).connection.tokenVersion).toBe(2);
  });

  it("asks for a reconnect when the refresh token is spent too", async () => {
    await connectFreshbooks({ accessToken: "worn-out", refreshToken: "spent" });
    const client = await freshbooksFor(deps, tenant);
    const error = await failureOf(AppError, client.listClients({ page: 1 }));
    expect(error.code).toBe("needs_reconnect");
    expect((await failureOf(AppError, freshbooksFor(deps, tenant))).code).toBe("needs_reconnect");
  });

  it("has the connection made again when FreshBooks refuses the fresh token too", async () => {
    await connectFreshbooks();
    const client = await freshbooksFor(deps, tenant);
    sandbox.freshbooks.control.addFault({
      method: "GET",
      path: "/accounting/*",
      status: 401,
      body: { error: "unauthenticated" },
      times: 2,
    });
    const error = await failureOf(VendorError, client.listClients({ page: 1 }));
    expect(error.kind).toBe("auth");
    expect((await failureOf(AppError, freshbooksFor(deps, tenant))).code).toBe("needs_reconnect");
  });

  it("takes a web page of the edge for no refusal, however often it says 401", async () => {
    await connectFreshbooks();
    await connectPipedrive({ accessToken: "worn-out" });
    const page = { status: 401, body: "<html>Sign in</html>", times: 9 };
    sandbox.freshbooks.control.addFault({ ...page, method: "GET", path: "/accounting/*" });
    sandbox.pipedrive.control.addFault({ ...page, method: "POST", path: "/oauth/token" });
    const freshbooks = await freshbooksFor(deps, tenant);
    const pipedrive = await pipedriveFor(deps, tenant);
    expect((await failureOf(VendorError, freshbooks.listClients({ page: 1 }))).kind).toBe("bad_response");
    expect((await failureOf(AppError, pipedrive.me())).code).toBe("vendor_unavailable");
    sandbox.freshbooks.control.clearFaults();
    sandbox.pipedrive.control.clearFaults();
    expect((await freshbooks.listClients({ page: 1 })).items).toBeDefined();
    await pipedrive.me();
  });

  it("refreshes once for calls that are refused side by side, and takes none of them for the end", async () => {
    await connectFreshbooks({ accessToken: "worn-out" });
    const client = await freshbooksFor(deps, tenant);
    const lists = await Promise.all([1, 2, 3, 4].map((page) => client.listClients({ page })));
    expect(lists).toHaveLength(4);
    const { connection } = await accessToken(deps, tenant, "freshbooks");
    expect(connection).toMatchObject({ status: "active", tokenVersion: 2 });
  });

  it("is not to be had before the business is chosen, nor without a connection", async () => {
    expect((await failureOf(AppError, freshbooksFor(deps, tenant))).code).toBe("needs_reconnect");
    await connectFreshbooks({ accountId: null });
    expect((await failureOf(AppError, freshbooksFor(deps, tenant))).code).toBe("needs_reconnect");
  });

  it("belongs to one workspace: another cannot use it", async () => {
    await connectFreshbooks();
    const other = (await createMember(deps)).member.tenant;
    expect((await failureOf(AppError, freshbooksFor(deps, other))).code).toBe("needs_reconnect");
  });
});

describe("pipedriveFor", () => {
  it("learns the company's limits from the first answers", async () => {
    await connectPipedrive();
    const client = await pipedriveFor(deps, tenant);
    await client.me();
    expect(await readBudget(deps.db, tenant, deps.clock)).toMatchObject({
      windowLimit: 80,
      dailyLimit: 90_000,
    });
  });

  it("has the connection made again when Pipedrive refuses the fresh token too", async () => {
    await connectPipedrive();
    const client = await pipedriveFor(deps, tenant);
    sandbox.pipedrive.control.addFault({ method: "GET", path: "/api/*", status: 401, times: 2 });
    expect((await failureOf(VendorError, client.me())).kind).toBe("auth");
    expect((await failureOf(AppError, pipedriveFor(deps, tenant))).code).toBe("needs_reconnect");
  });

  it("gives the worker back instead of running into a 429", async () => {
    sandbox.pipedrive.control.setSwitches({ burstOAuth: 20 });
    await connectPipedrive();
    const client = await pipedriveFor(deps, tenant);
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => client.getDeal(1)));
    const reasons: unknown[] = [];
    for (const outcome of outcomes) if (outcome.status === "rejected") reasons.push(outcome.reason);
    expect(reasons.length).toBeGreaterThanOrEqual(20);
    for (const reason of reasons) expect(reason).toBeInstanceOf(BudgetWait);
    const refused = sandbox.pipedrive.control.state().requests.filter(({ status }) => status === 429);
    expect(refused).toEqual([]);
  });

  it("stops at once when the day's budget is used up", async () => {
    sandbox.pipedrive.control.setSwitches({ dailyTokens: 2 });
    await connectPipedrive();
    const client = await pipedriveFor(deps, tenant);
    await client.me();
    const wait = await failureOf(BudgetWait, client.getDeal(1));
    expect(wait.reason).toBe("daily");
    expect((await readBudget(deps.db, tenant, deps.clock))?.reason).toContain("daily budget");
  });

  it("gets over an access token that Pipedrive no longer takes", async () => {
    await connectPipedrive({ accessToken: "worn-out" });
    const client = await pipedriveFor(deps, tenant);
    expect((await client.me()).companyName).toBe("Acme");
  });

  it("asks for a reconnect when the app was uninstalled", async () => {
    await connectPipedrive({ accessToken: "worn-out", refreshToken: "1:1:gone" });
    const client = await pipedriveFor(deps, tenant);
    expect((await failureOf(AppError, client.me())).code).toBe("needs_reconnect");
  });
});

describe("the log", () => {
  it("shows no token of a connection, sealed or open, nor of a call that fails", async () => {
    const lines: string[] = [];
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(chunk.toString());
        done();
      },
    });
    const loud = { ...deps, log: createLogger("trace", stream) };
    const grant = await connectFreshbooks();
    const sealed = await findSealedConnection(deps.db, tenant, "freshbooks");
    loud.log.info(
      { connection: sealed, access: await accessToken(loud, tenant, "freshbooks") },
      "a connection",
    );
    sandbox.freshbooks.control.addFault({ method: "GET", path: "/accounting/*", status: 500 });
    const client = await freshbooksFor(loud, tenant);
    const error: unknown = await client.listClients({ page: 1 }).catch((reason: unknown) => reason);
    loud.log.error({ err: error }, "failed");
    const text = lines.join("\n");
    expect(text).toContain("listClients");
    for (const secret of [
      grant.accessToken,
      grant.refreshToken,
      sealed?.sealedAccessToken ?? grant.accessToken,
    ]) {
      expect(text).not.toContain(secret);
    }
  });
});
