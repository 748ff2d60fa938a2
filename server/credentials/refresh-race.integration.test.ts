import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../db/client";
import type { Database } from "../db/client";
import { findConnection } from "../db/repos/connection";
import type { Tenant } from "../db/tenant";
import { addMs, systemClock } from "../lib/clock";
import { parseEnv } from "../lib/env";
import { createLogger } from "../lib/log";
import { eventually } from "../testing/conformance";
import { createTestDatabase } from "../testing/database";
import { createMember } from "../testing/people";
import { startRefreshProcess } from "../testing/refresh-process";
import type { RefreshProcess } from "../testing/refresh-process";
import { startTokenEndpoint } from "../testing/token-endpoint";
import type { TokenEndpoint } from "../testing/token-endpoint";
import { storeGrant } from "./store-grant";

let url: string;
let db: Database;
let endpoint: TokenEndpoint;
let tenant: Tenant;
let environment: Record<string, string>;
let processes: RefreshProcess[];

beforeEach(async () => {
  const database = await createTestDatabase();
  url = database.url;
  db = openDatabase(url, 4);
  endpoint = await startTokenEndpoint();
  environment = {
    ENCRYPTION_KEYS: `test:${"ab".repeat(32)}`,
    FRESHBOOKS_CLIENT_ID: "id",
    FRESHBOOKS_CLIENT_SECRET: "secret",
    FRESHBOOKS_API_URL: endpoint.url,
  };
  tenant = (await createMember({ db, clock: systemClock })).member.tenant;
  await connectWithEndedToken();
  processes = [];
  return async () => {
    await endpoint.stop();
    await db.$disconnect();
    await database.drop();
  };
});

afterEach(async () => {
  await Promise.all(processes.map((one) => one.kill()));
});

async function connectWithEndedToken(): Promise<void> {
  const deps = { db, clock: systemClock, log: createLogger("silent"), env: parseEnv(environment) };
  const account = {
    vendor: "freshbooks",
    environment: "live",
    status: "active",
    ...{ accountId: "aB3dE9", accountName: "Northwind", vendorUserId: "770001", vendorUserName: "Ada" },
    ...{ apiBaseUrl: endpoint.url, timezone: null, currency: null },
  } as const;
  await storeGrant(deps, tenant, account, {
    ...{ accessToken: "access-1", refreshToken: "refresh-1", scopes: [] },
    accessExpiresAt: addMs(systemClock.now(), -60_000),
  });
}

async function start(count: number, callers: number): Promise<RefreshProcess[]> {
  const order = { databaseUrl: url, workspaceId: tenant.workspaceId, env: environment, callers };
  const started = await Promise.all(Array.from({ length: count }, () => startRefreshProcess(order)));
  processes.push(...started);
  return started;
}

describe("a token that has ended, and 52 callers in four processes", () => {
  it("is refreshed exactly once, and all get the new one", async () => {
    const started = await start(4, 13);
    const reports = (await Promise.all(started.map((one) => one.ask()))).flat();
    expect(reports).toHaveLength(52);
    expect(new Set(reports)).toEqual(new Set(["access-2"]));
    expect(endpoint.asked()).toBe(1);
    expect(await findConnection(db, tenant, "freshbooks")).toMatchObject({
      ...{ status: "active", tokenVersion: 2, refreshBegunAt: null },
    });
  });
});

describe("a process that is killed after the vendor answered and before it stored", () => {
  it("costs the grant once: the others are told to reconnect, and why, and nobody asks for ever", async () => {
    const [doomed] = await start(1, 1);
    endpoint.answerWith("spend_and_be_silent");
    void doomed?.ask().catch(() => undefined);
    await eventually("the vendor's answer", () => endpoint.asked() === 1);
    await doomed?.kill();
    endpoint.answerWith("grant");
    // The dead process's lease would end by itself after half a minute.
    await db.connection.updateMany({ data: { leaseUntil: addMs(systemClock.now(), -1) } });

    const others = await start(2, 10);
    const reports = (await Promise.all(others.map((one) => one.ask()))).flat();
    expect(new Set(reports)).toEqual(new Set(["needs_reconnect"]));
    expect(endpoint.asked()).toBe(2);
    expect(await findConnection(db, tenant, "freshbooks")).toMatchObject({
      ...{ status: "needs_reconnect", reconnectReason: "interrupted" },
    });
  });
});
