import { z } from "zod";
import type { EngineEvent } from "../functions/plan-start";
import type { Answer } from "../pure/read-answer";
import { retryAfterMs, retryDelayMs } from "../pure/retry-delay";
import type { RetryPolicy } from "../pure/retry-delay";
import type { StepResult, StoredError } from "../pure/operation";
import { toJsonText } from "../pure/json";
import { applyEvents } from "./apply-events";
import { endRun } from "./end-run";
import type { RunEnd } from "./end-run";
import { lockRun } from "./lock-run";
import type { LockedRun } from "./lock-run";
import { advanceRun, saveSteps } from "./steps";
import { notifyOthers } from "./turn";
import type { Turn } from "./turn";
import { waitFor } from "./wait-for";

/** One call that was made, and what it came to. */
export type CallReport = {
  jobId: string;
  runId: string;
  target: string;
  generation: number;
  attempt: number;
  maxAttempts: number;
  startedAt: Date;
  /** Events sent during the call and not stored yet. */
  events: readonly EngineEvent[];
  answer: Answer;
};

/** How failed attempts are repeated; `random` gives numbers in [0, 1). */
export type Repeat = { policy: RetryPolicy; random: () => number };

const jobSchema = z.object({ again: z.boolean() });

async function holdsJob(turn: Turn, call: Pick<CallReport, "jobId" | "generation">): Promise<boolean> {
  const rows = await turn.session.rows(
    jobSchema,
    "SELECT again FROM engine.job WHERE id = $1 AND generation = $2 AND state = 'leased' FOR UPDATE",
    [call.jobId, call.generation],
  );
  return rows.length === 1;
}

async function recordFailure(
  turn: Turn,
  call: CallReport,
  stepId: string | null,
  error: StoredError,
  retryAt: Date | null,
): Promise<void> {
  await turn.session.run(
    `INSERT INTO engine.failure (run_id, step_id, attempt, started_at, ended_at, retry_at, error)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      call.runId,
      stepId ?? (call.target === "step" ? null : call.target),
      call.attempt,
      call.startedAt,
      turn.now,
      retryAt,
      toJsonText(error),
    ],
  );
}

function stepOf(answer: Answer): string | null {
  return answer.kind === "retry" ? (answer.step?.id ?? null) : null;
}

/** Keeps the run going: the call's job is over, its results count, and what it waits for is set up. */
async function goOn(turn: Turn, call: CallReport, steps: StepResult[]): Promise<void> {
  const waiting = call.answer.kind === "progress" ? call.answer.waiting : [];
  const [job] = await turn.session.rows(jobSchema, "DELETE FROM engine.job WHERE id = $1 RETURNING again", [
    call.jobId,
  ]);
  const saved = await saveSteps(turn, call.runId, steps, call.startedAt);
  await waitFor(turn, call.runId, waiting);
  await advanceRun(turn, call.runId, { race: saved.race || (job?.again ?? false) });
}

async function repeat(turn: Turn, call: CallReport, again: Repeat, retryAfter: string | null): Promise<Date> {
  const asked = retryAfterMs(retryAfter, turn.now);
  const waitMs = asked ?? retryDelayMs(again.policy, call.attempt, again.random());
  const retryAt = new Date(turn.now.getTime() + waitMs);
  await turn.session.run(
    `UPDATE engine.job SET state = 'later', due_at = $2, attempt = attempt + 1, leased_by = NULL, leased_at = NULL
     WHERE id = $1`,
    [call.jobId, retryAt],
  );
  return retryAt;
}

async function settleFailure(
  turn: Turn,
  call: CallReport,
  answer: Extract<Answer, { kind: "retry" }>,
  again: Repeat,
): Promise<RunEnd | null> {
  const isLast = call.attempt + 1 >= call.maxAttempts;
  if (isLast && !answer.step) {
    await recordFailure(turn, call, stepOf(answer), answer.error, null);
    return { status: "failed", error: answer.error };
  }
  if (isLast && answer.step) {
    await recordFailure(turn, call, stepOf(answer), answer.error, null);
    await goOn(turn, call, [...answer.steps, answer.step]);
    return null;
  }
  await saveSteps(turn, call.runId, answer.steps, call.startedAt);
  const retryAt = await repeat(turn, call, again, answer.retryAfter);
  await recordFailure(turn, call, stepOf(answer), answer.error, retryAt);
  return null;
}

async function settleAnswer(turn: Turn, call: CallReport, again: Repeat): Promise<RunEnd | null> {
  const { answer } = call;
  switch (answer.kind) {
    case "completed":
      await saveSteps(turn, call.runId, answer.steps, call.startedAt);
      return { status: "completed", output: answer.output };
    case "failed":
      await recordFailure(turn, call, stepOf(answer), answer.error, null);
      return { status: "failed", error: answer.error };
    case "retry":
      return settleFailure(turn, call, answer, again);
    case "progress":
      await recordFailedSteps(turn, call, answer.steps);
      await goOn(turn, call, answer.steps);
      return null;
  }
}

async function recordFailedSteps(turn: Turn, call: CallReport, steps: readonly StepResult[]): Promise<void> {
  for (const step of steps) {
    if (step.state !== "failed") continue;
    const { name, message } = readStored(step.value);
    await recordFailure(turn, call, step.id, { name, message }, null);
  }
}

const storedErrorSchema = z.object({ name: z.string(), message: z.string() });

function readStored(value: unknown): StoredError {
  return storedErrorSchema.parse(value);
}

async function noteStart(turn: Turn, run: LockedRun, call: CallReport): Promise<void> {
  await turn.session.run("UPDATE engine.run SET started_at = $2 WHERE id = $1 AND started_at IS NULL", [
    run.id,
    call.startedAt,
  ]);
}

/**
 * Stores what a call came to, in the transaction of `turn`. False when the call is stale: its run is over or its job
 * has been given to another, and nothing of it counts (protocol facts §12). Events that the call sent are stored
 * however it ended.
 */
export async function settleCall(turn: Turn, call: CallReport, again: Repeat): Promise<boolean> {
  const run = await lockRun(turn, call.runId);
  if (!run || !(await holdsJob(turn, call))) return false;
  const end = await settleAnswer(turn, call, again);
  const ending = end ? await endRun(turn, run, end, call.startedAt) : [];
  if (!end) await noteStart(turn, run, call);
  const events = [...call.events, ...ending];
  if (events.length > 0) await applyEvents(turn, events);
  await notifyOthers(turn);
  return true;
}

/**
 * Stores finished steps with the events that the call has sent so far, in one transaction, while the call goes on.
 * False when the call is stale.
 */
export async function checkpointCall(
  turn: Turn,
  call: Omit<CallReport, "answer">,
  steps: readonly StepResult[],
): Promise<boolean> {
  const run = await lockRun(turn, call.runId);
  if (!run || !(await holdsJob(turn, call))) return false;
  await saveSteps(turn, call.runId, steps, call.startedAt);
  if (call.events.length > 0) await applyEvents(turn, call.events);
  return true;
}
