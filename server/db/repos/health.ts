import "server-only";
import type { Db } from "../client";

export type DatabaseHealth = {
  /** The last applied migration; null when none is recorded. */
  migration: string | null;
  /** Whether a migration began and did not end. */
  hasBrokenMigration: boolean;
  /** Age of the oldest stored event without an outcome; those of a workspace that is about to be erased wait on purpose. */
  oldestEventMs: number | null;
};

/** One round trip that shows whether the database serves. For the operator; holds nothing of any tenant. */
export async function readDatabaseHealth(db: Db, now: Date): Promise<DatabaseHealth> {
  const rows = await db.$queryRaw<{ migration: string | null; broken: boolean; oldest: Date | null }[]>`
    SELECT
      (SELECT max("migration_name") FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL) AS "migration",
      EXISTS (SELECT 1 FROM "_prisma_migrations"
              WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL) AS "broken",
      (SELECT min(e."receivedAt") FROM "SyncEvent" e JOIN "Workspace" w ON w."id" = e."workspaceId"
       WHERE e."status" IN ('received', 'handed') AND w."eraseAt" IS NULL) AS "oldest"`;
  const row = rows[0];
  const oldest = row?.oldest ?? null;
  return {
    migration: row?.migration ?? null,
    hasBrokenMigration: row?.broken ?? true,
    oldestEventMs: oldest === null ? null : Math.max(0, now.getTime() - oldest.getTime()),
  };
}

export type SyncCounts = readonly { name: string; label: string; count: number }[];

/** Counts for the metrics page, over all workspaces: records by health, events by status, attempts of the last hour. */
export async function countForMetrics(db: Db, since: Date): Promise<SyncCounts> {
  return db.$queryRaw<{ name: string; label: string; count: number }[]>`
    SELECT 'records' AS "name", "health"::text AS "label", count(*)::int AS "count" FROM "Record" GROUP BY "health"
    UNION ALL
    SELECT 'open_events', "status"::text, count(*)::int FROM "SyncEvent"
      WHERE "status" IN ('received', 'handed') GROUP BY "status"
    UNION ALL
    SELECT 'attempts_last_hour', "outcome", count(*)::int FROM "SyncAttempt"
      WHERE "startedAt" > ${since} GROUP BY "outcome"`;
}
