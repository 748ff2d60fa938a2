import "server-only";
import type { Db } from "../client";
import type { Tenant } from "../tenant";

/** Rows that one statement takes away: short enough to hold nobody up. */
const rowsAtOnce = 5_000;

type Step = (db: Db, workspaceId: string) => Promise<number>;

/** In this order: what points at something goes before it. */
const steps: readonly Step[] = [
  (db, id) => db.$executeRaw`DELETE FROM "SyncEvent" WHERE ctid IN (
    SELECT ctid FROM "SyncEvent" WHERE "workspaceId" = ${id} LIMIT ${rowsAtOnce})`,
  (db, id) => db.$executeRaw`DELETE FROM "SyncWrite" WHERE ctid IN (
    SELECT ctid FROM "SyncWrite" WHERE "workspaceId" = ${id} LIMIT ${rowsAtOnce})`,
  (db, id) => db.$executeRaw`DELETE FROM "SyncAttempt" WHERE ctid IN (
    SELECT ctid FROM "SyncAttempt" WHERE "workspaceId" = ${id} LIMIT ${rowsAtOnce})`,
  (db, id) => db.$executeRaw`DELETE FROM "Link" WHERE ctid IN (
    SELECT ctid FROM "Link" WHERE "workspaceId" = ${id} LIMIT ${rowsAtOnce})`,
  (db, id) => db.$executeRaw`DELETE FROM "Record" WHERE ctid IN (
    SELECT ctid FROM "Record" WHERE "workspaceId" = ${id} LIMIT ${rowsAtOnce})`,
  (db, id) => db.$executeRaw`DELETE FROM "MappingVersion" WHERE "workspaceId" = ${id}`,
  (db, id) => db.$executeRaw`DELETE FROM "PipedriveField" WHERE "workspaceId" = ${id}`,
  (db, id) => db.$executeRaw`DELETE FROM "SweepMark" WHERE "workspaceId" = ${id}`,
];

/**
 * Erases everything that came of both accounts: records, links, events, attempts, writes, mapping and fields. Nothing
 * syncs from the first moment on. Goes in batches, each for itself, so that it may be broken off and begun again.
 */
export async function eraseSyncedData(db: Db, { workspaceId }: Tenant): Promise<void> {
  await db.workspace.updateMany({ where: { id: workspaceId }, data: { liveMappingVersion: null } });
  for (const step of steps) {
    let erased = await step(db, workspaceId);
    while (erased >= rowsAtOnce) erased = await step(db, workspaceId);
  }
}
