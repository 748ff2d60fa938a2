import { z } from "zod";
import type { StepResult } from "../pure/operation";
import { toJsonText } from "../pure/json";
import type { Database } from "./database";

/** Progress of one call that needs no decision: finished steps, and the run's end if it came. */
export type Progress = {
  jobId: string;
  generation: number;
  startedAt: Date;
  steps: readonly StepResult[];
  /** The run's output when it is over. */
  end: { output: unknown } | null;
};

const jobSchema = z.object({ id: z.string() });

const saveSql = `
  WITH input AS (
    SELECT * FROM unnest($2::bigint[], $3::integer[], $4::timestamptz[], $5::boolean[], $6::json[])
      AS i(job_id, generation, started_at, ended, output)
  ),
  mine AS (
    SELECT j.id, j.run_id, i.started_at, i.ended, i.output
    FROM engine.job j JOIN input i ON i.job_id = j.id AND i.generation = j.generation
    WHERE j.state = 'leased' ORDER BY j.id FOR UPDATE OF j
  ),
  ordered AS (
    SELECT m.run_id, s.*, m.started_at
    FROM unnest($7::bigint[], $8::text[], $9::text[], $10::text[], $11::json[]) WITH ORDINALITY
      AS s(job_id, id, name, state, value, place)
    JOIN mine m ON m.id = s.job_id ORDER BY s.place
  ),
  saved AS (
    INSERT INTO engine.step AS known (run_id, id, name, kind, state, value, seq, started_at, ended_at)
    SELECT run_id, id, name, 'run', state, value, nextval('engine.step_seq'), started_at, $1 FROM ordered
    ON CONFLICT (run_id, id) DO UPDATE SET state = excluded.state, value = excluded.value, seq = excluded.seq,
      ended_at = excluded.ended_at WHERE known.state = 'pending'
  ),
  ended AS (
    UPDATE engine.run r SET status = 'completed', output = m.output, ended_at = $1,
      started_at = coalesce(r.started_at, m.started_at)
    FROM mine m WHERE m.ended AND r.id = m.run_id AND r.status = 'active' RETURNING r.id
  ),
  gone AS (DELETE FROM engine.job j USING ended e WHERE j.run_id = e.id),
  timers AS (DELETE FROM engine.timer t USING ended e WHERE t.run_id = e.id)
  SELECT id FROM mine`;

/**
 * Stores the progress of several calls in one statement: results, and the ends of runs with all their jobs and timers.
 * Gives the ids of the jobs that were still ours; what the others did does not count.
 */
export async function saveProgress(
  database: Database,
  batch: readonly Progress[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const steps = batch.flatMap((entry) => entry.steps.map((step) => ({ ...step, jobId: entry.jobId })));
  const rows = await database.rows(jobSchema, saveSql, [
    now,
    batch.map((entry) => entry.jobId),
    batch.map((entry) => entry.generation),
    batch.map((entry) => entry.startedAt),
    batch.map((entry) => entry.end !== null),
    batch.map((entry) => (entry.end ? toJsonText(entry.end.output) : null)),
    steps.map((step) => step.jobId),
    steps.map((step) => step.id),
    steps.map((step) => step.name),
    steps.map((step) => step.state),
    steps.map((step) => toJsonText(step.value)),
  ]);
  return new Set(rows.map((row) => row.id));
}
