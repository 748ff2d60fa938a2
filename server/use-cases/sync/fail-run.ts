import "server-only";
import { findRecord, settleRecord } from "../../db/repos/record";
import type { RecordView } from "../../db/repos/record";
import { closeAttempt, findAttemptOfRun } from "../../db/repos/sync-attempt";
import { closeEvents, findEventSeq } from "../../db/repos/sync-event";
import type { Transaction } from "../../db/client";
import type { Tenant } from "../../db/tenant";
import type { Origin, RecordKind } from "../../contracts/sync";
import { failureEnd } from "./failure-end";
import { handOver } from "./hand-over";
import type { StoredEvent } from "./hand-over";
import { markDirty } from "./mark-dirty";
import type { SyncDeps } from "./sync-deps";

/** A run's last error as it is shown: a code for grouping, a sentence for people. */
export type RunFailure = { code: string; message: string };

type Input = {
  kind: RecordKind;
  freshbooksId: string;
  runKey: string;
  /** The event that began the run: what it answers for if it never came to an attempt. */
  eventId?: string;
  failure: RunFailure;
};

type Failed = {
  record: RecordView;
  attempt: { id: string; origin: Origin } | null;
  seq: number;
  failure: RunFailure;
  at: Date;
};

async function settle(tx: Transaction, tenant: Tenant, failed: Failed): Promise<void> {
  const { record, attempt, seq, failure, at } = failed;
  const end = failureEnd(failure.code);
  const waits = end === "person" || end === "turn";
  await settleRecord(tx, tenant, record.id, {
    seq,
    isAnswered: end === "final",
    health: waits ? "waiting" : "failing",
    reason: failure.message,
    reasonCode: failure.code,
    at,
    isSynced: false,
  });
  const closing = { recordId: record.id, seq, attemptId: attempt?.id ?? null };
  await closeEvents(tx, tenant, { ...closing, status: waits ? "ignored" : "failed", at });
}

/** Stores all of it at once; gives back the event of the next run where one begins at once. */
async function store(
  deps: SyncDeps,
  tenant: Tenant,
  tx: Transaction,
  failed: Failed,
): Promise<StoredEvent | null> {
  const { record, attempt, failure, at } = failed;
  const closing = { errorCode: failure.code, errorMessage: failure.message, finishedAt: at };
  // An attempt that has ended already has a newer one in its place, which answers for the record.
  const isOurs = !attempt || (await closeAttempt(tx, tenant, attempt.id, { outcome: "failed", ...closing }));
  if (!isOurs) return null;
  await settle(tx, tenant, failed);
  if (failureEnd(failure.code) !== "turn") return null;
  const { kind, freshbooksId } = record;
  const origin = attempt?.origin ?? "manual";
  return markDirty({ db: tx, clock: deps.clock }, tenant, {
    kind,
    freshbooksId,
    origin,
    name: "turn_missed",
  });
}

/**
 * Ends a run that will not be tried again by itself, so that the reason is on screen and nothing is lost: what may end
 * by itself leaves the record dirty, and the next sweep takes it up.
 */
export async function failRun(deps: SyncDeps, tenant: Tenant, input: Input): Promise<void> {
  const { kind, freshbooksId, failure } = input;
  const record = await findRecord(deps.db, tenant, { kind, freshbooksId });
  if (!record) return;
  const attempt = await findAttemptOfRun(deps.db, tenant, input.runKey);
  const ofEvent = input.eventId === undefined ? null : await findEventSeq(deps.db, tenant, input.eventId);
  const seq = attempt?.dirtySeq ?? ofEvent ?? record.dirtySeq;
  const at = deps.clock.now();
  const next = await deps.db.$transaction((tx) =>
    store(deps, tenant, tx, { record, attempt, seq, failure, at }),
  );
  if (next) await handOver(deps, tenant, [next]);
}
