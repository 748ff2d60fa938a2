import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { accessToken, forceRefresh } from "../../credentials/access-token";
import { sealPair } from "../../credentials/seal-pair";
import { sealedColumns } from "../../credentials/sealed-columns";
import { storeGrant } from "../../credentials/store-grant";
import { findConnection } from "../../db/repos/connection";
import { storeRefreshedTokens } from "../../db/repos/refresh-lease";
import type { Tenant } from "../../db/tenant";
import { addMs } from "../../lib/clock";
import { parseEnv } from "../../lib/env";
import { AppError } from "../../lib/errors";
import { failureOf } from "../../testing/failure-of";
import { createMember } from "../../testing/people";
import { createTestDeps } from "../../testing/test-deps";
import type { TestDeps } from "../../testing/test-deps";
import { findMissingKeys } from "./find-missing-keys";
import { resealEverything } from "./reseal-everything";

const [oldKey, newKey] = [`old:${"ab".repeat(32)}`, `new:${"cd".repeat(32)}`] as const;

let deps: TestDeps;
let lines: string[];

beforeEach(async () => {
  deps = await createTestDeps({ ENCRYPTION_KEYS: oldKey });
  lines = [];
  return () => deps.close();
});

afterEach(() => {
  expect(lines.join("\n")).not.toMatch(/secret-(access|refresh)/);
});

const say = (line: string) => {
  lines.push(line);
};
const withKeys = (...keys: string[]) => ({ ...deps, env: parseEnv({ ENCRYPTION_KEYS: keys.join(",") }) });
const rotate = () => resealEverything({ db: deps.db, keys: [newKey, oldKey], say });

/** A workspace of its own with tokens sealed by the old key. */
async function connected(no: number): Promise<Tenant> {
  const { tenant } = (await createMember(deps)).member;
  const account = {
    vendor: "pipedrive",
    environment: no % 2 === 0 ? "live" : "sandbox",
    status: "active",
    ...{ accountId: String(no), accountName: "Acme", vendorUserId: String(no), vendorUserName: "Ada" },
    ...{ apiBaseUrl: "https://acme.pipedrive.com", timezone: null, currency: null },
  } as const;
  await storeGrant(deps, tenant, account, {
    ...{
      accessToken: `secret-access-${String(no)}`,
      refreshToken: `secret-refresh-${String(no)}`,
      scopes: [],
    },
    accessExpiresAt: addMs(deps.clock.now(), 3_600_000),
  });
  return tenant;
}

async function connectedMany(count: number): Promise<Tenant[]> {
  const tenants: Tenant[] = [];
  for (let no = 0; no < count; no += 1) tenants.push(await connected(no));
  return tenants;
}

describe("the list of sealed columns", () => {
  it("names every sealed field of the schema, and no other", () => {
    const folder = join(process.cwd(), "prisma", "schema");
    const named = readdirSync(folder).flatMap((file) => {
      const models = readFileSync(join(folder, file), "utf8").matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm);
      return [...models].flatMap(([, table = "", body = ""]) =>
        [...body.matchAll(/^\s+(sealed\w+)/gm)].map(([, column = ""]) => `${table}.${column}`),
      );
    });
    expect(sealedColumns.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(named.sort());
  });
});

describe("sealing everything under a new key", () => {
  it("leaves nothing that needs the old one", async () => {
    const tenants = await connectedMany(3);
    expect(await rotate()).toBe(true);
    for (const [no, tenant] of tenants.entries()) {
      const { token } = await accessToken(withKeys(newKey), tenant, "pipedrive");
      expect(token).toBe(`secret-access-${String(no)}`);
    }
    expect(await findMissingKeys(withKeys(newKey))).toEqual([]);
    expect(lines).toContain("Connection.sealedAccessToken: 3 re-sealed, 0 left");
  });

  it("loses no token that is refreshed meanwhile", async () => {
    const tenants = await connectedMany(12);
    const writer = async (tenant: Tenant, no: number) => {
      for (let turn = 1; turn <= 20; turn += 1) {
        const connection = await findConnection(deps.db, tenant, "pipedrive");
        if (!connection) throw new Error("no connection");
        const pair = {
          ...{ accessToken: `secret-access-${String(no)}-${String(turn)}`, refreshToken: "secret-refresh" },
          ...{ accessExpiresAt: addMs(deps.clock.now(), 3_600_000), scopes: [] },
        };
        const at = deps.clock.now();
        const tokens = sealPair(withKeys(newKey, oldKey), tenant, connection, pair);
        const { id, tokenVersion } = connection;
        expect(await storeRefreshedTokens(deps.db, tenant, { id, tokenVersion, tokens, at })).toBe(true);
      }
    };
    const writing = Promise.all(tenants.slice(0, 4).map(writer));
    const rotations = await Promise.all([rotate(), rotate()]);
    await writing;
    expect(rotations).toEqual([true, true]);
    for (const [no, tenant] of tenants.entries()) {
      const { token } = await accessToken(withKeys(newKey), tenant, "pipedrive");
      expect(token).toBe(no < 4 ? `secret-access-${String(no)}-20` : `secret-access-${String(no)}`);
    }
  });

  it("goes on where a run was cut off", async () => {
    await connectedMany(4);
    const cut = new Error("killed");
    const dying = resealEverything({
      ...{ db: deps.db, keys: [newKey, oldKey] as const },
      say: () => {
        throw cut;
      },
    });
    await expect(dying).rejects.toBe(cut);
    expect(await findMissingKeys(withKeys(newKey))).toEqual(["old"]);
    expect(await rotate()).toBe(true);
    expect(await findMissingKeys(withKeys(newKey))).toEqual([]);
  });

  it("names what it cannot open, and does the rest", async () => {
    const [broken, fine] = await connectedMany(2);
    if (!broken || !fine) throw new Error("no workspaces");
    const where = { workspaceId: broken.workspaceId };
    await deps.db.connection.updateMany({
      where,
      data: { sealedAccessToken: "v1.old.AAAAAAAAAAAAAAAA.AAAA" },
    });
    expect(await rotate()).toBe(false);
    expect(lines.join("\n")).toContain(`Connection.sealedAccessToken: row ${broken.workspaceId}/`);
    expect((await accessToken(withKeys(newKey), fine, "pipedrive")).token).toBe("secret-access-1");
  });
});

describe("a key that is not at hand", () => {
  it("is named before the server starts", async () => {
    await connected(0);
    expect(await findMissingKeys(withKeys(newKey))).toEqual(["old"]);
    expect(await findMissingKeys(withKeys(newKey, oldKey))).toEqual([]);
  });

  it("is one clear error, and costs no connection", async () => {
    const tenant = await connected(0);
    for (const ask of [
      () => accessToken(withKeys(newKey), tenant, "pipedrive"),
      () => forceRefresh(withKeys(newKey), tenant, "pipedrive", 1),
    ]) {
      const failure = await failureOf(AppError, ask());
      expect(failure.code).toBe("not_configured");
      expect(failure.message).toContain("old");
    }
    expect((await findConnection(deps.db, tenant, "pipedrive"))?.status).toBe("active");
  });
});
