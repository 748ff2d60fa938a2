import "server-only";
import type { RecordView } from "../../db/repos/record";
import { settleRecord } from "../../db/repos/record";
import { closeEvents } from "../../db/repos/sync-event";
import type { Tenant } from "../../db/tenant";
import type { SyncDeps } from "./sync-deps";

/**
 * The workspace has no published mapping yet: the record stays dirty, so that the first sweep after publishing
 * takes it up, and its events say why nothing happened.
 */
export async function leaveForSetUp(deps: SyncDeps, tenant: Tenant, record: RecordView): Promise<null> {
  const at = deps.clock.now();
  await closeEvents(deps.db, tenant, {
    recordId: record.id,
    seq: record.dirtySeq,
    attemptId: null,
    status: "ignored",
    at,
  });
  await settleRecord(deps.db, tenant, record.id, {
    seq: record.dirtySeq,
    isAnswered: false,
    health: "waiting",
    reason: "Waiting for the mapping to be published.",
    reasonCode: "no_mapping",
    at,
    isSynced: false,
  });
  return null;
}
