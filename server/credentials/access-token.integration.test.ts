import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../db/client";
import type { Database } from "../db/client";
import { findConnection } from "../db/repos/connection";
import { acquireRefreshLease, noteRefreshBegun } from "../db/repos/refresh-lease";
import type { Tenant } from "../db/tenant";
import { addMs, systemClock } from "../lib/clock";
import { parseEnv } from "../lib/env";
import { AppError } from "../lib/errors";
import { createLogger } from "../lib/log";
import { createTestDatabase } from "../testing/database";
import type { TestDatabase } from "../testing/database";
import { failureOf } from "../testing/failure-of";
import { createMember } from "../testing/people";
import { startTokenEndpoint } from "../testing/token-endpoint";
import type { TokenEndpoint } from "../testing/token-endpoint";
import { accessToken, forceRefresh } from "./access-token";
import type { CredentialDeps } from "./credential-deps";
import { storeGrant } from "./store-grant";

let database: TestDatabase;
/** As many clients as there would be processes. */
let clients: Database[];
let endpoint: TokenEndpoint;
let deps: CredentialDeps[];
let tenant: Tenant;

beforeAll(async () => {
  database = await createTestDatabase();
  clients = [1, 2, 3].map(() => openDatabase(database.url, 4));
});

beforeEach(async () => {
  endpoint = await startTokenEndpoint();
  const env = parseEnv({
    ENCRYPTION_KEYS: `test:${"ab".repeat(32)}`,
    FRESHBOOKS_CLIENT_ID: "id",
    FRESHBOOKS_CLIENT_SECRET: "secret",
    FRESHBOOKS_API_URL: endpoint.url,
  });
  deps = clients.map((db) => ({ db, clock: systemClock, log: createLogger("silent"), env }));
  tenant = (await createMember({ db: clientOf(0), clock: systemClock })).member.tenant;
  return () => endpoint.stop();
});

afterAll(async () => {
  await Promise.all(clients.map((client) => client.$disconnect()));
  await database.drop();
});

function clientOf(index: number): Database {
  const client = clients[index];
  if (!client) throw new Error("no database client");
  return client;
}

function first(): CredentialDeps {
  const [one] = deps;
  if (!one) throw new Error("no dependencies");
  return one;
}

/** Stores the endpoint's first pair; the access token ends after so many minutes. */
async function connect(minutesLeft: number) {
  const account = {
    vendor: "freshbooks",
    environment: "live",
    status: "active",
    accountId: "aB3dE9",
    accountName: "Northwind",
    vendorUserId: "770001",
    vendorUserName: "Ada",
    apiBaseUrl: endpoint.url,
    timezone: null,
    currency: null,
  } as const;
  return storeGrant(first(), tenant, account, {
    accessToken: "access-1",
    refreshToken: "refresh-1",
    accessExpiresAt: addMs(systemClock.now(), minutesLeft * 60_000),
    scopes: ["user:invoices:read"],
  });
}

const read = (one: CredentialDeps) => accessToken(one, tenant, "freshbooks");
const grantNow = () => findConnection(first().db, tenant, "freshbooks");

describe("accessToken", () => {
  it("gives the stored token without asking the vendor", async () => {
    await connect(30);
    expect((await read(first())).token).toBe("access-1");
    expect(endpoint.asked()).toBe(0);
  });

  it("stores tokens sealed: neither stands in the row", async () => {
    const { id } = await connect(30);
    const rows = await first().db.$queryRaw`SELECT * FROM "Connection" WHERE id = ${id}`;
    expect(JSON.stringify(rows)).toContain("v1.test.");
    expect(JSON.stringify(rows)).not.toMatch(/access-1|refresh-1/);
  });

  it("refreshes shortly before the end, and stores the new pair", async () => {
    await connect(1);
    const { token, connection } = await read(first());
    expect(token).toBe("access-2");
    expect(connection).toMatchObject({ tokenVersion: 2, scopes: ["user:invoices:read"] });
    expect((await read(first())).token).toBe("access-2");
    expect(endpoint.asked()).toBe(1);
  });

  it("asks the vendor once, however many callers in three processes want a token at once", async () => {
    await connect(0);
    const callers = Array.from({ length: 24 }, (_, index) => deps[index % deps.length] ?? first());
    const tokens = await Promise.all(callers.map(async (caller) => (await read(caller)).token));
    expect(new Set(tokens)).toEqual(new Set(["access-2"]));
    expect(endpoint.asked()).toBe(1);
  });

  it("says that nothing is connected", async () => {
    expect(await failureOf(AppError, read(first()))).toMatchObject({
      code: "needs_reconnect",
      userMessage: "FreshBooks is not connected yet. Connect it to go on.",
    });
  });

  it("marks a dead grant once and never asks the vendor again", async () => {
    await connect(0);
    endpoint.answerWith("refuse");
    expect(await failureOf(AppError, read(first()))).toMatchObject({ code: "needs_reconnect" });
    expect(await grantNow()).toMatchObject({ status: "needs_reconnect", reconnectReason: "refused" });
    expect(await failureOf(AppError, read(first()))).toMatchObject({ code: "needs_reconnect" });
    expect(endpoint.asked()).toBe(1);
  });

  it("asks to reconnect after a crash between the vendor's answer and the store", async () => {
    const { id } = await connect(0);
    await spendAsADeadProcess(id);
    for (const again of [read, read]) {
      const failure = await failureOf(AppError, again(first()));
      expect(failure).toMatchObject({ code: "needs_reconnect", details: { why: "interrupted" } });
      expect(failure.userMessage).toContain("its answer never arrived here");
    }
    expect(await grantNow()).toMatchObject({ status: "needs_reconnect", reconnectReason: "interrupted" });
    expect(endpoint.asked()).toBe(2);
  });

  it("waits for the lease of a dead refresher to end, then refreshes", async () => {
    const { id } = await connect(0);
    const now = systemClock.now();
    await acquireRefreshLease(first().db, tenant, { id, owner: "dead", now, until: addMs(now, 400) });
    expect((await read(first())).token).toBe("access-2");
    expect(systemClock.now().getTime() - now.getTime()).toBeGreaterThanOrEqual(400);
  });

  it("keeps the grant when the vendor is out of reach, and gives the lease back", async () => {
    await connect(0);
    endpoint.answerWith("unavailable");
    expect(await failureOf(AppError, read(first()))).toMatchObject({ code: "vendor_unavailable" });
    expect((await grantNow())?.status).toBe("active");
    endpoint.answerWith("grant");
    expect((await read(first())).token).toBe("access-2");
    expect((await grantNow())?.refreshBegunAt).toBeNull();
  });

  it("does not blame the grant when our own app is refused", async () => {
    await connect(0);
    endpoint.answerWith("wrong_client");
    expect(await failureOf(AppError, read(first()))).toMatchObject({ code: "not_configured" });
    expect(await grantNow()).toMatchObject({ status: "active", refreshBegunAt: null });
  });

  it("finds out that a lost answer has cost the grant", async () => {
    await connect(0);
    endpoint.answerWith("lose_answer");
    expect(await failureOf(AppError, read(first()))).toMatchObject({ code: "vendor_unavailable" });
    endpoint.answerWith("grant");
    const failure = await failureOf(AppError, read(first()));
    expect(failure).toMatchObject({ code: "needs_reconnect", details: { why: "interrupted" } });
  });

  it("works again after reconnecting, under the same id", async () => {
    const before = await connect(0);
    endpoint.answerWith("refuse");
    await failureOf(AppError, read(first()));
    const after = await connect(30);
    expect(after).toMatchObject({ id: before.id, status: "active", reconnectReason: null });
    expect((await read(first())).token).toBe("access-1");
  });
});

/** Takes the lease and spends the refresh token, and then is never heard of again. */
async function spendAsADeadProcess(id: string): Promise<void> {
  const now = systemClock.now();
  await acquireRefreshLease(first().db, tenant, { id, owner: "dead", now, until: addMs(now, 200) });
  await noteRefreshBegun(first().db, tenant, { id, tokenVersion: 1, at: now });
  const body = new URLSearchParams({ refresh_token: endpoint.liveRefreshToken() });
  await (await fetch(`${endpoint.url}/auth/oauth/token`, { method: "POST", body })).text();
}

describe("forceRefresh", () => {
  it("refreshes a token that the vendor refused, however fresh it looks", async () => {
    const { tokenVersion } = await connect(30);
    const { token } = await forceRefresh(first(), tenant, "freshbooks", tokenVersion);
    expect(token).toBe("access-2");
  });

  it("asks the vendor once for all whose token of this version was refused", async () => {
    const { tokenVersion } = await connect(30);
    const refreshed = await Promise.all(
      deps.map((one) => forceRefresh(one, tenant, "freshbooks", tokenVersion)),
    );
    expect(refreshed.map(({ token }) => token)).toEqual(["access-2", "access-2", "access-2"]);
    expect(endpoint.asked()).toBe(1);
  });
});

describe("storeGrant", () => {
  it("leaves one usable connection when two consents end at once", async () => {
    await Promise.all([connect(30), connect(30)]);
    expect((await read(first())).token).toBe("access-1");
  });
});
