import "server-only";
import type { Db } from "../client";
import type { RecordHealth, RecordKind } from "../generated/enums";
import type { Tenant } from "../tenant";

export type RecordCount = { kind: RecordKind; health: RecordHealth; count: number };

/** How many records of each kind stand in each of the four lists. */
export async function countRecords(db: Db, tenant: Tenant): Promise<RecordCount[]> {
  return await db.$queryRaw<RecordCount[]>`
    SELECT "kind"::text AS "kind", "health"::text AS "health", count(*)::int AS "count"
    FROM "Record" WHERE "workspaceId" = ${tenant.workspaceId}
    GROUP BY 1, 2`;
}

/** Sums as exact decimal text; one row per state and currency. */
export type MoneyOfState = {
  state: string;
  currency: string;
  count: number;
  total: string;
  outstanding: string;
};

/** What the invoices of each state come to, per currency, added up as numeric by the database. */
export async function sumMoneyByState(db: Db, tenant: Tenant): Promise<MoneyOfState[]> {
  return await db.$queryRaw<MoneyOfState[]>`
    SELECT "state", "currency", count(*)::int AS "count",
           trim_scale(COALESCE(sum("amount"), 0))::text AS "total",
           trim_scale(COALESCE(sum("outstanding"), 0))::text AS "outstanding"
    FROM "Record"
    WHERE "workspaceId" = ${tenant.workspaceId} AND "kind" = 'invoice'
      AND "state" IS NOT NULL AND "currency" IS NOT NULL
    GROUP BY 1, 2 ORDER BY 2, 1`;
}

export type Pulse = {
  lastEventAt: Date | null;
  lastWriteAt: Date | null;
  /** When the oldest event without an outcome came in. */
  waitingSince: Date | null;
  /** Event received → done, in milliseconds, of events since the given instant that led to an attempt. */
  p50Ms: number | null;
  p95Ms: number | null;
};

/** When something last came in and went out, what waits, and how fast changes arrived since `since`. */
export async function readPulse(db: Db, tenant: Tenant, since: Date): Promise<Pulse> {
  const rows = await db.$queryRaw<Pulse[]>`
    SELECT
      (SELECT max("receivedAt") FROM "SyncEvent" WHERE "workspaceId" = ${tenant.workspaceId}) AS "lastEventAt",
      (SELECT "finishedAt" FROM "SyncAttempt"
        WHERE "workspaceId" = ${tenant.workspaceId} AND "outcome" = 'written'
        ORDER BY "startedAt" DESC LIMIT 1) AS "lastWriteAt",
      (SELECT min("receivedAt") FROM "SyncEvent"
        WHERE "workspaceId" = ${tenant.workspaceId} AND "status" IN ('received', 'handed')) AS "waitingSince",
      round(delays."p50")::int AS "p50Ms", round(delays."p95")::int AS "p95Ms"
    FROM (
      SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) AS "p50",
             percentile_cont(0.95) WITHIN GROUP (ORDER BY ms) AS "p95"
      FROM (
        SELECT EXTRACT(EPOCH FROM ("doneAt" - "receivedAt")) * 1000 AS ms
        FROM "SyncEvent"
        WHERE "workspaceId" = ${tenant.workspaceId} AND "receivedAt" >= ${since}
          AND "attemptId" IS NOT NULL AND "doneAt" IS NOT NULL AND "origin" <> 'backfill'
      ) AS single
    ) AS delays`;
  return rows[0] ?? { lastEventAt: null, lastWriteAt: null, waitingSince: null, p50Ms: null, p95Ms: null };
}

/** Attempts that began `minutesAgo` whole minutes before now; minutes without any are left out. */
export type MinuteCount = { minutesAgo: number; ok: number; failed: number };

/** Attempts per minute of the hour before `now`. */
export async function countAttemptsPerMinute(db: Db, tenant: Tenant, now: Date): Promise<MinuteCount[]> {
  return await db.$queryRaw<MinuteCount[]>`
    SELECT floor(EXTRACT(EPOCH FROM (${now}::timestamptz - "startedAt")) / 60)::int AS "minutesAgo",
           (count(*) FILTER (WHERE "outcome" IN ('written', 'unchanged', 'excluded')))::int AS "ok",
           (count(*) FILTER (WHERE "outcome" = 'failed'))::int AS "failed"
    FROM "SyncAttempt"
    WHERE "workspaceId" = ${tenant.workspaceId}
      AND "startedAt" > ${now}::timestamptz - interval '1 hour' AND "startedAt" <= ${now}::timestamptz
    GROUP BY 1`;
}
