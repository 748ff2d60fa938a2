import "server-only";
import type { Db } from "../client";
import type { Tenant } from "../tenant";

/** A connection whose callbacks are watched, and when they were last held against what FreshBooks has. */
export type WatchedConnection = { workspaceId: string; checkedAt: Date | null; isHandshakeDue: boolean };

/**
 * Every FreshBooks connection that works, of workspaces that are not about to be erased; `isHandshakeDue` where a
 * callback waits for its handshake longer than it should (as `handshakeWaitMs`). Across all workspaces: it serves the
 * tick alone.
 */
export async function listWatchedConnections(
  db: Db,
  input: { now: Date; firstWaitMs: number; longestWaitMs: number },
): Promise<WatchedConnection[]> {
  const { now, firstWaitMs, longestWaitMs } = input;
  return await db.$queryRaw<WatchedConnection[]>`
    SELECT k."workspaceId", k."callbacksCheckedAt" AS "checkedAt", EXISTS (
      SELECT 1 FROM "Callback" c
      WHERE c."workspaceId" = k."workspaceId" AND c."connectionId" = k."id" AND c."status" <> 'verified'
        AND (c."handshakeAskedAt" IS NULL OR c."handshakeAskedAt" <= ${now}::timestamptz - interval '1 millisecond' *
          least(${longestWaitMs}::float8, ${firstWaitMs}::float8 * 2 ^ least(10, greatest(0, c."handshakesAsked" - 1))))
    ) AS "isHandshakeDue"
    FROM "Connection" k
    JOIN "Workspace" w ON w."id" = k."workspaceId"
    WHERE k."vendor" = 'freshbooks' AND k."status" = 'active' AND k."accountId" IS NOT NULL AND w."eraseAt" IS NULL
    ORDER BY k."callbacksCheckedAt" NULLS FIRST`;
}

/** Notes when the callbacks were held against FreshBooks'; null has them looked at with the next tick. */
export async function noteCallbacksChecked(db: Db, tenant: Tenant, at: Date | null): Promise<void> {
  await db.connection.updateMany({
    where: { workspaceId: tenant.workspaceId, vendor: "freshbooks" },
    data: { callbacksCheckedAt: at },
  });
}

/**
 * When a sweep last found a change of an invoice that we knew before, and that no callback told of, though one was
 * verified by then and has told nothing since; null when none. Views are left out: FreshBooks tells of none (facts §5.2).
 * What came within `graceMs` does not count, for a delivery may still come.
 */
export async function findSilence(
  db: Db,
  tenant: Tenant,
  input: { now: Date; lookBackMs: number; graceMs: number },
): Promise<Date | null> {
  const { workspaceId } = tenant;
  const until = new Date(input.now.getTime() - input.graceMs);
  const from = new Date(input.now.getTime() - input.lookBackMs);
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT max(e."receivedAt") AS "at"
    FROM "SyncEvent" e
    JOIN "Record" r ON r."workspaceId" = e."workspaceId" AND r."id" = e."recordId"
    WHERE e."workspaceId" = ${workspaceId} AND e."receivedAt" BETWEEN ${from} AND ${until}
      AND e."name" = 'sweep.changed' AND e."noun" = 'invoice' AND e."seq" > 1
      AND r."state" IS DISTINCT FROM 'viewed'
      AND EXISTS (
        SELECT 1 FROM "Callback" c
        WHERE c."workspaceId" = ${workspaceId} AND c."noun" <> 'client' AND c."status" = 'verified'
          AND c."verifiedAt" < e."receivedAt" AND (c."lastDeliveryAt" IS NULL OR c."lastDeliveryAt" < e."receivedAt"))
      AND NOT EXISTS (
        SELECT 1 FROM "SyncEvent" told
        WHERE told."workspaceId" = ${workspaceId} AND told."recordId" = e."recordId" AND told."origin" = 'callback'
          AND told."receivedAt" BETWEEN e."receivedAt" - interval '6 hours' AND e."receivedAt" + interval '10 minutes')`;
  return row?.at ?? null;
}
