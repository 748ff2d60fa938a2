import { z } from "zod";
import type { EngineFunction } from "../functions/engine-function";
import { catchUp } from "../pure/cron-schedule";
import type { InTurn } from "./handle-due";
import { startTick } from "./handle-due";
import type { Turn } from "./turn";

const cronSchema = z.object({ function_id: z.string(), expression: z.string(), next_at: z.date() });

/** A date that does not come: schedules like the 30th of February have no next tick. */
const never = new Date("9999-12-31T00:00:00Z");

/**
 * Writes down the next tick of each schedule of this process's functions, keeping those that are there, and drops the
 * chains of schedules that a function no longer has.
 */
export async function registerCrons(turn: Turn): Promise<void> {
  const wanted = turn.functions.all.flatMap((fn) =>
    fn.crons.map((schedule) => ({
      id: fn.id,
      expression: schedule.expression,
      next: schedule.nextAfter(turn.now),
    })),
  );
  await turn.session.run(
    `DELETE FROM engine.cron c WHERE c.function_id = ANY ($1::text[]) AND NOT EXISTS (
       SELECT 1 FROM unnest($2::text[], $3::text[]) AS w(id, expression)
       WHERE w.id = c.function_id AND w.expression = c.expression)`,
    [turn.functions.all.map((fn) => fn.id), wanted.map((row) => row.id), wanted.map((row) => row.expression)],
  );
  for (const row of wanted) {
    await turn.session.run(
      `INSERT INTO engine.cron (function_id, expression, next_at) VALUES ($1, $2, $3)
       ON CONFLICT (function_id, expression) DO NOTHING`,
      [row.id, row.expression, row.next ?? never],
    );
  }
}

async function tick(
  turn: Turn,
  fn: EngineFunction | undefined,
  row: z.output<typeof cronSchema>,
): Promise<void> {
  const schedule = fn?.crons.find((one) => one.expression === row.expression);
  if (!fn || !schedule) {
    // Another process, with an older version of the function, wrote down a schedule that is gone.
    await turn.session.run("DELETE FROM engine.cron WHERE function_id = $1 AND expression = $2", [
      row.function_id,
      row.expression,
    ]);
    return;
  }
  const ticks = catchUp(schedule, row.next_at, turn.now);
  await startTick(turn, fn, row.expression, ticks.run);
  await turn.session.run("UPDATE engine.cron SET next_at = $3 WHERE function_id = $1 AND expression = $2", [
    row.function_id,
    row.expression,
    ticks.next ?? never,
  ]);
}

/** Starts the functions whose tick has come, once per tick over all processes. Tells how many there were. */
export async function runTicks(inTurn: InTurn): Promise<number> {
  return inTurn(async (turn) => {
    const due = await turn.session.rows(
      cronSchema,
      `SELECT function_id, expression, next_at FROM engine.cron
       WHERE next_at <= $1 AND function_id = ANY ($2::text[]) FOR UPDATE SKIP LOCKED`,
      [turn.now, turn.functions.all.map((fn) => fn.id)],
    );
    for (const row of due) await tick(turn, turn.functions.find(row.function_id), row);
    return due.length;
  });
}
