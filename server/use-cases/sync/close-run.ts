import "server-only";
import { settleRecord } from "../../db/repos/record";
import { closeAttempt, getAttempt } from "../../db/repos/sync-attempt";
import { closeEvents } from "../../db/repos/sync-event";
import type { Tenant } from "../../db/tenant";
import { verdictOf } from "../../domain/plan/outcome";
import type { Skip } from "../../domain/plan/types";
import { outcomeSchema } from "../../contracts/sync";
import type { Outcome } from "../../contracts/sync";
import { storedPlanSchema } from "./stored-plan";
import type { SyncDeps } from "./sync-deps";

function outcomeOf(writeCount: number, health: string): Outcome {
  if (writeCount > 0) return "written";
  return health === "excluded" ? "excluded" : health === "failing" ? "failed" : "unchanged";
}

/**
 * Ends an attempt whose writes are done: the record's state, the attempt and all events it answers for change
 * together. `gone` is why Pipedrive's object could not be written any more.
 */
export async function closeRun(
  deps: SyncDeps,
  tenant: Tenant,
  input: { attemptId: string; gone: string | null },
): Promise<{ outcome: Outcome }> {
  const attempt = await getAttempt(deps.db, tenant, input.attemptId);
  const plan = storedPlanSchema.parse(attempt.plan);
  const gone: Skip[] = input.gone === null ? [] : [{ code: "gone_in_pipedrive", because: input.gone }];
  const { health, skip } = verdictOf([...gone, ...plan.skips]);
  const outcome = input.gone === null ? outcomeOf(plan.writes.length, health) : "excluded";
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    const isEnded = await closeAttempt(tx, tenant, attempt.id, {
      outcome,
      errorCode: skip?.code ?? null,
      errorMessage: skip?.because ?? null,
      finishedAt: at,
    });
    // Ended before: by this step, whose result was not remembered, or by a newer attempt, which answers now.
    if (!isEnded) {
      const ended = await getAttempt(tx, tenant, attempt.id);
      return { outcome: outcomeSchema.parse(ended.outcome) };
    }
    await settleRecord(tx, tenant, attempt.recordId, {
      seq: attempt.dirtySeq,
      health,
      reason: skip?.because ?? null,
      reasonCode: skip?.code ?? null,
      at,
      isSynced: health === "in_step",
    });
    const closing = { recordId: attempt.recordId, seq: attempt.dirtySeq, attemptId: attempt.id };
    await closeEvents(tx, tenant, { ...closing, status: "done", at });
    return { outcome };
  });
}
