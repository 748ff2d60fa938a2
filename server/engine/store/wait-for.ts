import { z } from "zod";
import type { EngineFunction } from "../functions/engine-function";
import { idempotencyKey, makeRun } from "../functions/plan-start";
import type { Start } from "../functions/plan-start";
import { parseDurationMs } from "../pure/duration";
import type { Waiting } from "../pure/read-answer";
import type { StepResult } from "../pure/operation";
import { readSleepEnd } from "../pure/sleep-until";
import { internalEvent } from "./end-run";
import { saveSteps } from "./steps";
import { storeEvents } from "./store-events";
import type { Turn } from "./turn";

type Invoke = Extract<Waiting, { kind: "invoke" }>;

const idSchema = z.object({ id: z.string() });
const yearMs = 365 * 86_400_000;

async function insertPending(turn: Turn, runId: string, waiting: readonly Waiting[]): Promise<Waiting[]> {
  const rows = await turn.session.rows(
    idSchema,
    `INSERT INTO engine.step (run_id, id, name, kind, state, race, started_at)
     SELECT $1, s.id, s.name, s.kind, 'pending', s.race, $2
     FROM unnest($3::text[], $4::text[], $5::text[], $6::boolean[]) AS s(id, name, kind, race)
     ON CONFLICT (run_id, id) DO NOTHING RETURNING id`,
    [
      runId,
      turn.now,
      waiting.map((one) => one.id),
      waiting.map((one) => one.name),
      waiting.map((one) => one.kind),
      waiting.map((one) => one.race),
    ],
  );
  const inserted = new Set(rows.map((row) => row.id));
  return waiting.filter((one) => inserted.has(one.id));
}

async function scheduleTargets(turn: Turn, runId: string, stepIds: readonly string[]): Promise<void> {
  if (stepIds.length === 0) return;
  await turn.session.run(
    `INSERT INTO engine.job (run_id, function_id, target, state, due_at, priority_at, lane, key1, key2)
     SELECT r.id, r.function_id, t.target, 'ready', $2, r.priority_at, r.lane, r.key1, r.key2
     FROM engine.run r CROSS JOIN unnest($3::text[]) AS t(target) WHERE r.id = $1
     ON CONFLICT (run_id, target) DO NOTHING`,
    [runId, turn.now, [...stepIds]],
  );
}

async function setTimer(turn: Turn, runId: string, stepId: string, dueAt: Date): Promise<void> {
  await turn.session.run(
    `INSERT INTO engine.timer (run_id, step_id, due_at) VALUES ($1, $2, $3) ON CONFLICT (run_id, step_id) DO NOTHING`,
    [runId, stepId, dueAt],
  );
}

function failure(step: Waiting, name: string, message: string): StepResult {
  return { id: step.id, name: step.name, state: "failed", value: { name, message } };
}

async function startChild(
  turn: Turn,
  runId: string,
  step: Invoke,
  fn: EngineFunction,
): Promise<StepResult | null> {
  const data = { ...(typeof step.data === "object" ? step.data : {}) };
  const correlation = { _inngest: { fn_id: fn.id, correlation_id: `${runId}.${step.id}` } };
  const event = internalEvent("inngest/function.invoked", { ...data, ...correlation }, turn.now);
  const key = idempotencyKey(fn, event.body);
  const start: Start = {
    functionId: fn.id,
    eventId: event.id,
    onceKeys: key === null ? [] : [key],
    run: makeRun(fn, event, turn.now, { runId, stepId: step.id }),
    debounce: null,
  };
  const { session, now, processId } = turn;
  const { started } = await storeEvents(session, { events: [event], starts: [start], now, processId });
  if (!started) {
    return failure(
      step,
      "InngestInvokeDroppedError",
      `"${fn.id}" was not started: its idempotency key is taken.`,
    );
  }
  // An empty text is what the SDK makes of a time it cannot read; the real server takes a year (protocol facts §5).
  const timeoutMs = parseDurationMs(step.timeout) ?? yearMs;
  await setTimer(turn, runId, step.id, new Date(now.getTime() + timeoutMs));
  return null;
}

async function beginWaiting(turn: Turn, runId: string, step: Waiting): Promise<StepResult | null> {
  if (step.kind === "run") return null;
  if (step.kind === "sleep") {
    const end = readSleepEnd(step.until, turn.now);
    if (!end.ok) return failure(step, "InvalidSleepError", end.message);
    await setTimer(turn, runId, step.id, end.until);
    return null;
  }
  const fn = turn.functions.find(step.functionId);
  if (!fn) {
    return failure(step, "FunctionNotFoundError", `could not find function with ID: ${step.functionId}`);
  }
  return startChild(turn, runId, step, fn);
}

/**
 * Lets a locked run wait for steps, sleeps and invoked functions. What the run already waits for, or has the result
 * of, is left alone; what cannot be waited for becomes a failed step.
 */
export async function waitFor(turn: Turn, runId: string, waiting: readonly Waiting[]): Promise<void> {
  if (waiting.length === 0) return;
  const fresh = await insertPending(turn, runId, waiting);
  await scheduleTargets(
    turn,
    runId,
    fresh.filter((step) => step.kind === "run").map((step) => step.id),
  );
  const failed: StepResult[] = [];
  for (const step of fresh) {
    const result = await beginWaiting(turn, runId, step);
    if (result) failed.push(result);
  }
  await saveSteps(turn, runId, failed, turn.now);
}
