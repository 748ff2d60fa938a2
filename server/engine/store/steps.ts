import { z } from "zod";
import type { StepResult } from "../pure/operation";
import { toJsonText } from "../pure/json";
import type { Turn } from "./turn";

const savedSchema = z.object({ race: z.boolean() });
const pendingSchema = z.object({ pending: z.number() });

/**
 * Stores step results in their order; a result that is there already stays. Tells whether one of them belongs to a
 * race, in which case the function goes on without waiting for the others.
 */
export async function saveSteps(
  turn: Turn,
  runId: string,
  steps: readonly StepResult[],
  startedAt: Date,
): Promise<{ race: boolean }> {
  if (steps.length === 0) return { race: false };
  const rows = await turn.session.rows(
    savedSchema,
    `INSERT INTO engine.step AS known (run_id, id, name, kind, state, value, seq, started_at, ended_at)
     SELECT $1, o.id, o.name, 'run', o.state, o.value, nextval('engine.step_seq'), $2, $3
     FROM (SELECT * FROM unnest($4::text[], $5::text[], $6::text[], $7::json[]) WITH ORDINALITY
       AS s(id, name, state, value, place) ORDER BY place) o
     ON CONFLICT (run_id, id) DO UPDATE SET state = excluded.state, value = excluded.value, seq = excluded.seq,
       ended_at = excluded.ended_at WHERE known.state = 'pending'
     RETURNING known.race`,
    [
      runId,
      startedAt,
      turn.now,
      steps.map((step) => step.id),
      steps.map((step) => step.name),
      steps.map((step) => step.state),
      steps.map((step) => toJsonText(step.value)),
    ],
  );
  return { race: rows.some((row) => row.race) };
}

/** Makes a job for the next discovery of a run; one that is already under way is followed by another. */
async function scheduleDiscovery(turn: Turn, runId: string): Promise<void> {
  await turn.session.run(
    `INSERT INTO engine.job AS held (run_id, function_id, state, due_at, priority_at, lane, key1, key2)
     SELECT id, function_id, 'ready', $2, priority_at, lane, key1, key2 FROM engine.run WHERE id = $1
     ON CONFLICT (run_id, target) DO UPDATE SET again = true WHERE held.state = 'leased'`,
    [runId, turn.now],
  );
}

/**
 * After results came in: with nothing left to wait for the function is called again; with several things to wait for
 * it only plans from now on (protocol facts §5, parallel steps). The run must be locked.
 */
export async function advanceRun(turn: Turn, runId: string, options: { race: boolean }): Promise<void> {
  const [row] = await turn.session.rows(
    pendingSchema,
    "SELECT count(*)::integer AS pending FROM engine.step WHERE run_id = $1 AND state = 'pending'",
    [runId],
  );
  const pending = row?.pending ?? 0;
  if (pending !== 1) {
    await turn.session.run("UPDATE engine.run SET plan_only = $2 WHERE id = $1 AND plan_only <> $2", [
      runId,
      pending > 1,
    ]);
  }
  if (pending === 0 || options.race) await scheduleDiscovery(turn, runId);
}

/** Gives a waiting step its result, if it still waits, and lets its run go on. The run must be locked. */
export async function resolveStep(
  turn: Turn,
  runId: string,
  stepId: string,
  result: Pick<StepResult, "state" | "value">,
): Promise<void> {
  const rows = await turn.session.rows(
    savedSchema,
    `UPDATE engine.step SET state = $3, value = $4, seq = nextval('engine.step_seq'), ended_at = $5
     WHERE run_id = $1 AND id = $2 AND state = 'pending' RETURNING race`,
    [runId, stepId, result.state, toJsonText(result.value), turn.now],
  );
  const [resolved] = rows;
  if (!resolved) return;
  await turn.session.run("DELETE FROM engine.timer WHERE run_id = $1 AND step_id = $2", [runId, stepId]);
  await advanceRun(turn, runId, resolved);
}
