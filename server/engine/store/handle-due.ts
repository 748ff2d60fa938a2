import { z } from "zod";
import type { EngineFunction } from "../functions/engine-function";
import { makeRun } from "../functions/plan-start";
import type { EngineEvent } from "../functions/plan-start";
import { randomUlid } from "../pure/event-ids";
import { isJsonObject } from "../pure/json";
import { lockRun } from "./lock-run";
import { resolveStep } from "./steps";
import { storeEvents } from "./store-events";
import type { Turn } from "./turn";

/** Runs each piece of due work in its own transaction; made by the engine. */
export type InTurn = <T>(work: (turn: Turn) => Promise<T>) => Promise<T>;

const batchSize = 100;

const timerSchema = z.object({ run_id: z.string(), step_id: z.string() });
const kindSchema = z.object({ kind: z.enum(["run", "sleep", "invoke"]) });

async function endTimer(turn: Turn, runId: string, stepId: string): Promise<void> {
  const run = await lockRun(turn, runId);
  const gone = await turn.session.run(
    "DELETE FROM engine.timer WHERE run_id = $1 AND step_id = $2 AND due_at <= $3",
    [runId, stepId, turn.now],
  );
  if (gone === 0 || !run) return;
  const [step] = await turn.session.rows(
    kindSchema,
    "SELECT kind FROM engine.step WHERE run_id = $1 AND id = $2",
    [runId, stepId],
  );
  const timedOut = {
    name: "InngestInvokeTimeoutError",
    message: "The invoked function did not end in time.",
  };
  const result =
    step?.kind === "invoke"
      ? ({ state: "failed", value: timedOut } as const)
      : ({ state: "done", value: null } as const);
  await resolveStep(turn, runId, stepId, result);
}

/** Ends the sleeps that are over and the invokes that took too long. Tells how many there were. */
export async function endTimers(inTurn: InTurn): Promise<number> {
  const due = await inTurn((turn) =>
    turn.session.rows(
      timerSchema,
      "SELECT run_id, step_id FROM engine.timer WHERE due_at <= $1 ORDER BY due_at LIMIT $2",
      [turn.now, batchSize],
    ),
  );
  for (const timer of due) await inTurn((turn) => endTimer(turn, timer.run_id, timer.step_id));
  return due.length;
}

const debounceSchema = z.object({
  function_id: z.string(),
  id: z.string(),
  event_id: z.string(),
  name: z.string(),
  body: z.unknown(),
});

/** Starts the functions whose debounced events have come to rest. Tells how many there were. */
export async function endDebounces(inTurn: InTurn): Promise<number> {
  return inTurn(async (turn) => {
    const due = await turn.session.rows(
      debounceSchema,
      `WITH due AS (
         DELETE FROM engine.debounce d WHERE (d.function_id, d.key) IN (
           SELECT function_id, key FROM engine.debounce
           WHERE due_at <= $1 AND function_id = ANY ($2::text[]) ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
         RETURNING d.function_id, d.event_id
       )
       SELECT due.function_id, e.id, e.event_id, e.name, e.body FROM due JOIN engine.event e ON e.id = due.event_id`,
      [turn.now, turn.functions.all.map((fn) => fn.id), batchSize],
    );
    for (const row of due) {
      const fn = turn.functions.find(row.function_id);
      const body = isJsonObject(row.body) ? row.body : {};
      if (fn) await startFor(turn, fn, { id: row.id, eventId: row.event_id, name: row.name, ts: 0, body });
    }
    return due.length;
  });
}

async function startFor(turn: Turn, fn: EngineFunction, event: EngineEvent): Promise<void> {
  const run = makeRun(fn, event, turn.now);
  await turn.session.run(
    `INSERT INTO engine.run (id, function_id, event_id, priority_at, lane, key1, key2, queued_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [run.id, fn.id, event.id, run.priorityAt, run.lane, run.key1, run.key2, turn.now],
  );
  await turn.session.run(
    `INSERT INTO engine.job (run_id, function_id, state, due_at, priority_at, lane, key1, key2, gate)
     VALUES ($1, $2, CASE WHEN $8::text IS NULL THEN 'ready' ELSE 'later' END, $3, $4, $5, $6, $7, $8)`,
    [run.id, fn.id, turn.now, run.priorityAt, run.lane, run.key1, run.key2, run.gate],
  );
}

/** Starts a function for a cron tick; the event is the one that the real server makes (protocol facts §5). */
export async function startTick(turn: Turn, fn: EngineFunction, cron: string, tick: Date): Promise<void> {
  const id = randomUlid(turn.now.getTime());
  const name = "inngest/scheduled.timer";
  const data = { cron, scheduledAt: tick.toISOString(), fireAt: tick.toISOString() };
  const ts = tick.getTime();
  const event: EngineEvent = { id, eventId: id, name, ts, body: { name, data, id, ts, user: {} } };
  const run = makeRun(fn, event, turn.now);
  await storeEvents(turn.session, {
    events: [event],
    starts: [{ functionId: fn.id, eventId: id, onceKeys: [], run, debounce: null }],
    now: turn.now,
    processId: turn.processId,
  });
}
