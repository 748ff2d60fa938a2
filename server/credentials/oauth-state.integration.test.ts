import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../db/client";
import type { Database } from "../db/client";
import type { Tenant } from "../db/tenant";
import { addMs, systemClock } from "../lib/clock";
import { AppError } from "../lib/errors";
import { createTestDatabase } from "../testing/database";
import type { TestDatabase } from "../testing/database";
import { failureOf } from "../testing/failure-of";
import { createMember } from "../testing/people";
import { issueOauthState, redeemOauthState } from "./oauth-state";

let database: TestDatabase;
let db: Database;
let tenant: Tenant;
let now: Date;

const holder = { vendor: "pipedrive", userId: "usr_1", sessionId: "ses_1" } as const;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url, 5);
  tenant = (await createMember({ db, clock: systemClock })).member.tenant;
});

beforeEach(() => {
  now = systemClock.now();
});

afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

const deps = () => ({ db, clock: { now: () => now } });

describe("an OAuth state", () => {
  it("names its workspace once, and never again", async () => {
    const state = await issueOauthState(deps(), tenant, { ...holder, environment: "live" });
    expect(await redeemOauthState(deps(), { ...holder, state })).toEqual({
      workspaceId: tenant.workspaceId,
      environment: "live",
    });
    const again = await failureOf(AppError, redeemOauthState(deps(), { ...holder, state }));
    expect(again.code).toBe("invalid_input");
  });

  it("brings the environment back that it was made for", async () => {
    const state = await issueOauthState(deps(), tenant, { ...holder, environment: "sandbox" });
    expect(await redeemOauthState(deps(), { ...holder, state })).toMatchObject({ environment: "sandbox" });
  });

  it("is won by one of many who redeem it at once", async () => {
    const state = await issueOauthState(deps(), tenant, { ...holder, environment: "live" });
    const tries = Array.from({ length: 10 }, () => redeemOauthState(deps(), { ...holder, state }));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it.each([
    ["another person", { userId: "usr_2" }],
    ["another session", { sessionId: "ses_2" }],
    ["another vendor", { vendor: "freshbooks" }],
    ["another state", { state: "x".repeat(43) }],
  ] as const)("is no good to %s, and stays good for its holder", async (_who, change) => {
    const state = await issueOauthState(deps(), tenant, { ...holder, environment: "live" });
    await failureOf(AppError, redeemOauthState(deps(), { ...holder, state, ...change }));
    await expect(redeemOauthState(deps(), { ...holder, state })).resolves.toBeDefined();
  });

  it("ends after ten minutes", async () => {
    const state = await issueOauthState(deps(), tenant, { ...holder, environment: "live" });
    now = addMs(now, 10 * 60_000);
    await failureOf(AppError, redeemOauthState(deps(), { ...holder, state }));
  });

  it("is not stored itself, and is forgotten a day later", async () => {
    const state = await issueOauthState(deps(), tenant, { ...holder, environment: "live" });
    expect(JSON.stringify(await db.oauthState.findMany())).not.toContain(state);
    expect(state).toMatch(/^[\w-]{43}$/);
    now = addMs(now, 2 * 24 * 3600_000);
    await issueOauthState(deps(), tenant, { ...holder, environment: "live" });
    expect(await db.oauthState.count()).toBe(1);
  });
});
