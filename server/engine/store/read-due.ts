import { z } from "zod";
import type { FunctionSet } from "../functions/function-set";
import type { Session } from "./database";

const instant = z.date().nullable();
const dueSchema = z.object({ job: instant, gate: instant, timer: instant, debounce: instant, cron: instant });

/** The earliest time at which each kind of waiting work comes due; null when there is none. */
export type DueTimes = z.output<typeof dueSchema>;

/** Reads when there is something to do next for the functions of this process. */
export async function readDueTimes(session: Session, functions: FunctionSet): Promise<DueTimes> {
  const [row] = await session.rows(
    dueSchema,
    `SELECT
       (SELECT min(due_at) FROM engine.job WHERE state = 'later' AND gate IS NULL) AS job,
       (SELECT min(due_at) FROM engine.job WHERE state = 'later' AND gate IS NOT NULL
         AND function_id = ANY ($1::text[])) AS gate,
       (SELECT min(due_at) FROM engine.timer) AS timer,
       (SELECT min(due_at) FROM engine.debounce WHERE function_id = ANY ($1::text[])) AS debounce,
       (SELECT min(next_at) FROM engine.cron WHERE function_id = ANY ($1::text[])) AS cron`,
    [functions.all.map((fn) => fn.id)],
  );
  return row ?? { job: null, gate: null, timer: null, debounce: null, cron: null };
}
