import "server-only";
import { findRecord, settleRecord } from "../../db/repos/record";
import { closeAttempt, findAttemptOfRun } from "../../db/repos/sync-attempt";
import { closeEvents } from "../../db/repos/sync-event";
import type { Tenant } from "../../db/tenant";
import type { RecordKind } from "../../contracts/sync";
import type { SyncDeps } from "./sync-deps";

/** A run's last error as it is shown: a code for grouping, a sentence for people. */
export type RunFailure = { code: string; message: string };

/** Failures that end by themselves once someone reconnects: the record waits and stays dirty. */
const waitsForPerson: ReadonlySet<string> = new Set([
  "needs_reconnect",
  "not_configured",
  "freshbooks_auth",
  "pipedrive_auth",
]);

/** Ends a run that will not be tried again by itself, so that the reason is on screen and nothing is lost. */
export async function failRun(
  deps: SyncDeps,
  tenant: Tenant,
  input: { kind: RecordKind; freshbooksId: string; runKey: string; failure: RunFailure },
): Promise<void> {
  const { kind, freshbooksId, failure } = input;
  const record = await findRecord(deps.db, tenant, { kind, freshbooksId });
  if (!record) return;
  const attempt = await findAttemptOfRun(deps.db, tenant, input.runKey);
  const at = deps.clock.now();
  const waits = waitsForPerson.has(failure.code);
  const seq = attempt?.dirtySeq ?? record.dirtySeq;
  await deps.db.$transaction(async (tx) => {
    if (attempt) {
      await closeAttempt(tx, tenant, attempt.id, {
        outcome: "failed",
        errorCode: failure.code,
        errorMessage: failure.message,
        finishedAt: at,
      });
    }
    await settleRecord(tx, tenant, record.id, {
      seq: waits ? record.syncedSeq : seq,
      health: waits ? "waiting" : "failing",
      reason: failure.message,
      reasonCode: failure.code,
      at,
      isSynced: false,
    });
    const closing = { recordId: record.id, seq, attemptId: attempt?.id ?? null };
    await closeEvents(tx, tenant, { ...closing, status: waits ? "ignored" : "failed", at });
  });
}
