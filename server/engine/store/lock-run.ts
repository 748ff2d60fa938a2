import { z } from "zod";
import type { Turn } from "./turn";

const runSchema = z
  .object({
    function_id: z.string(),
    parent_run_id: z.string().nullable(),
    parent_step_id: z.string().nullable(),
    event_name: z.string(),
    event: z.unknown(),
  })
  .transform((row) => ({
    functionId: row.function_id,
    parent:
      row.parent_run_id !== null && row.parent_step_id !== null
        ? { runId: row.parent_run_id, stepId: row.parent_step_id }
        : null,
    eventName: row.event_name,
    event: row.event,
  }));

/** A run that is not over, held by this transaction. */
export type LockedRun = { id: string } & z.output<typeof runSchema>;

/** Takes the lock of a run; null when the run is over or unknown. */
export async function lockRun(turn: Turn, runId: string): Promise<LockedRun | null> {
  const [run] = await turn.session.rows(
    runSchema,
    `SELECT r.function_id, r.parent_run_id, r.parent_step_id, e.name AS event_name, e.body AS event
     FROM engine.run r JOIN engine.event e ON e.id = r.event_id
     WHERE r.id = $1 AND r.status = 'active' FOR UPDATE OF r`,
    [runId],
  );
  return run ? { id: runId, ...run } : null;
}
