import { z } from "zod";
import type { EngineHealth } from "../engine-options";
import type { FunctionSet } from "../functions/function-set";
import type { Database } from "./database";

const healthSchema = z.object({ queued: z.number(), oldest: z.date().nullable() });

/** Reads the state of the queue. Rejects when the database cannot be reached. */
export async function readHealth(
  database: Database,
  functions: FunctionSet,
  now: Date,
  running: number,
  isAlive: boolean,
): Promise<EngineHealth> {
  const [row] = await database.rows(
    healthSchema,
    `SELECT count(*)::integer AS queued, min(due_at) AS oldest FROM engine.job
     WHERE function_id = ANY ($1::text[])
       AND (state = 'ready' OR (state = 'later' AND gate IS NULL AND due_at <= $2))`,
    [functions.all.map((fn) => fn.id), now],
  );
  const oldest = row?.oldest ?? null;
  return {
    ok: isAlive,
    oldestPendingMs: oldest && Math.max(0, now.getTime() - oldest.getTime()),
    running,
    queued: row?.queued ?? 0,
  };
}
