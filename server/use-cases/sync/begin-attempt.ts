import "server-only";
import type { RecordView } from "../../db/repos/record";
import { closeEvents, findLatestEvent } from "../../db/repos/sync-event";
import { findAttemptOfRun, openAttempt, supersedeAttempts } from "../../db/repos/sync-attempt";
import type { Attempt } from "../../db/repos/sync-attempt";
import type { Tenant } from "../../db/tenant";
import { newId } from "../../lib/ids";
import type { SyncDeps } from "./sync-deps";

/**
 * Opens the attempt of a run, or finds it again when the run is retried. Null when an earlier attempt has
 * already answered for everything that was said of the record: many events collapse into one attempt.
 */
export async function beginAttempt(
  deps: SyncDeps,
  tenant: Tenant,
  input: { record: RecordView; runKey: string; mappingVersion: number },
): Promise<Attempt | null> {
  const { record, runKey, mappingVersion } = input;
  const existing = await findAttemptOfRun(deps.db, tenant, runKey);
  if (existing) return existing;
  const at = deps.clock.now();
  if (record.dirtySeq <= record.syncedSeq) {
    const closing = {
      recordId: record.id,
      seq: record.syncedSeq,
      attemptId: null,
      status: "done",
      at,
    } as const;
    await closeEvents(deps.db, tenant, closing);
    return null;
  }
  const event = await findLatestEvent(deps.db, tenant, record.id);
  return deps.db.$transaction(async (tx) => {
    const attempt = await openAttempt(tx, tenant, {
      id: newId("attempt"),
      recordId: record.id,
      runKey,
      origin: event?.origin ?? "manual",
      actorId: event?.actorId ?? null,
      mappingVersion,
      dirtySeq: record.dirtySeq,
      startedAt: at,
    });
    await supersedeAttempts(tx, tenant, { recordId: record.id, exceptId: attempt.id, at });
    return attempt;
  });
}
