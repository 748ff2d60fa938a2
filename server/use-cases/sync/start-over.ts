import "server-only";
import { findRecordById } from "../../db/repos/record";
import { closeAttempt, getAttempt } from "../../db/repos/sync-attempt";
import type { Tenant } from "../../db/tenant";
import { handOver } from "./hand-over";
import { markDirty } from "./mark-dirty";
import type { SyncDeps } from "./sync-deps";

/**
 * Ends an attempt whose plan went stale and has the record looked at once more, also when a newer attempt has taken
 * its place: that one may have read before this one wrote.
 */
export async function startOver(deps: SyncDeps, tenant: Tenant, attemptId: string): Promise<void> {
  const attempt = await getAttempt(deps.db, tenant, attemptId);
  const record = await findRecordById(deps.db, tenant, attempt.recordId);
  if (!record) return;
  const event = await deps.db.$transaction(async (tx) => {
    await closeAttempt(tx, tenant, attemptId, {
      outcome: "superseded",
      errorMessage: "The object was written by another attempt meanwhile; read and planned again.",
      finishedAt: deps.clock.now(),
    });
    return markDirty({ db: tx, clock: deps.clock }, tenant, {
      kind: record.kind,
      freshbooksId: record.freshbooksId,
      origin: attempt.origin,
      name: "start_over",
    });
  });
  await handOver(deps, tenant, [event]);
}
