import { z } from "zod";
import type { EngineHealth } from "../engine-options";
import type { FunctionSet } from "../functions/function-set";
import type { Database } from "./database";

const queueSchema = z.object({ queued: z.number(), oldest: z.date().nullable() });

/** Reads how many calls are due and wait, and for how long the oldest has been waiting. */
export async function readQueue(
  database: Database,
  functions: FunctionSet,
  now: Date,
): Promise<Pick<EngineHealth, "queued" | "oldestPendingMs">> {
  const [row] = await database.rows(
    queueSchema,
    `SELECT count(*)::integer AS queued, min(due_at) AS oldest FROM engine.job
     WHERE function_id = ANY ($1::text[])
       AND (state = 'ready' OR (state = 'later' AND gate IS NULL AND due_at <= $2))`,
    [functions.all.map((fn) => fn.id), now],
  );
  const oldest = row?.oldest ?? null;
  return {
    queued: row?.queued ?? 0,
    oldestPendingMs: oldest && Math.max(0, now.getTime() - oldest.getTime()),
  };
}
