import type { EngineEvent } from "../functions/plan-start";
import { randomUlid } from "../pure/event-ids";
import type { JsonObject } from "../pure/json";
import { toJsonText } from "../pure/json";
import type { StepResult, StoredError } from "../pure/operation";
import { lockRun } from "./lock-run";
import type { LockedRun } from "./lock-run";
import { resolveStep } from "./steps";
import type { Turn } from "./turn";

/** How a run ended. */
export type RunEnd =
  | { status: "completed"; output: unknown }
  | { status: "failed"; error: StoredError }
  | { status: "cancelled"; reason: string };

const statusWords = { completed: "Completed", failed: "Failed", cancelled: "Cancelled" } as const;
const endEvents: readonly string[] = ["inngest/function.failed", "inngest/function.finished"];

/** An event of the engine's own. */
export function internalEvent(name: string, data: JsonObject, now: Date, eventId?: string): EngineEvent {
  const id = randomUlid(now.getTime());
  const ts = now.getTime();
  return { id, eventId: eventId ?? id, name, ts, body: { name, data, id: eventId ?? id, ts, user: {} } };
}

function errorOf(end: RunEnd): StoredError | null {
  if (end.status === "failed") return end.error;
  return end.status === "cancelled" ? { name: "RunCancelledError", message: end.reason } : null;
}

function parentResult(end: RunEnd): Pick<StepResult, "state" | "value"> {
  const error = errorOf(end);
  if (error) return { state: "failed", value: error };
  return { state: "done", value: end.status === "completed" ? end.output : null };
}

/** The events that tell of a run's end, as far as any function listens (protocol facts §5, internal events). */
function endingEvents(turn: Turn, run: LockedRun, end: RunEnd): EngineEvent[] {
  if (endEvents.includes(run.eventName)) return [];
  const error = errorOf(end);
  const data = {
    function_id: run.functionId,
    run_id: run.id,
    event: run.event,
    events: [run.event],
    ...(error ? { error: { error: error.message, ...error } } : {}),
    ...(end.status === "completed" ? { result: end.output } : {}),
    _inngest: { status: statusWords[end.status] },
  };
  const names = ["inngest/function.finished"];
  if (end.status !== "completed") names.unshift(`inngest/function.${end.status}`);
  return names
    .filter((name) => turn.functions.isHeard(name))
    .map((name) =>
      internalEvent(name, data, turn.now, name === "inngest/function.finished" ? undefined : run.id),
    );
}

/**
 * Ends a locked run: its jobs and timers go, its parent's step gets its result. Gives the events that tell of it, for
 * the caller to store in the same transaction.
 */
export async function endRun(
  turn: Turn,
  run: LockedRun,
  end: RunEnd,
  startedAt: Date | null,
): Promise<EngineEvent[]> {
  const error = errorOf(end);
  await turn.session.run(
    `UPDATE engine.run SET status = $2, output = $3, error = $4, ended_at = $5, plan_only = false,
       started_at = coalesce(started_at, $6) WHERE id = $1`,
    [
      run.id,
      end.status,
      end.status === "completed" ? toJsonText(end.output) : null,
      error ? toJsonText(error) : null,
      turn.now,
      startedAt,
    ],
  );
  await turn.session.run("DELETE FROM engine.job WHERE run_id = $1", [run.id]);
  await turn.session.run("DELETE FROM engine.timer WHERE run_id = $1", [run.id]);
  if (run.parent && (await lockRun(turn, run.parent.runId))) {
    await resolveStep(turn, run.parent.runId, run.parent.stepId, parentResult(end));
  }
  return endingEvents(turn, run, end);
}
