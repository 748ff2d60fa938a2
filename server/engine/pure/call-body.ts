import type { Json, JsonObject } from "./json";

/** A stored step as a call needs it. */
export type KnownStep = { id: string; state: "done" | "failed"; value: Json };

/** All that goes into one call of a function. */
export type CallInput = {
  runId: string;
  functionId: string;
  jobId: string;
  generation: number;
  target: string;
  attempt: number;
  maxAttempts: number;
  planOnly: boolean;
  event: Json;
  steps: readonly KnownStep[];
};

/**
 * The body of a call (protocol facts §4). Results are always typed, since bare objects are guessed at; the stack holds
 * every id in `steps`, in the order of their results, since a missing one makes the SDK hang.
 */
export function buildCallBody(input: CallInput): JsonObject {
  const steps = Object.fromEntries(
    input.steps.map((step) => [
      step.id,
      step.state === "done" ? { type: "data", data: step.value } : { type: "error", error: step.value },
    ]),
  );
  const stack = input.steps.map((step) => step.id);
  return {
    version: 2,
    event: input.event,
    events: [input.event],
    steps,
    ctx: {
      run_id: input.runId,
      fn_id: input.functionId,
      qi_id: input.jobId,
      job_id: input.jobId,
      request_id: `${input.jobId}.${String(input.generation)}`,
      generation_id: input.generation,
      step_id: input.target,
      attempt: input.attempt,
      max_attempts: input.maxAttempts,
      stack: { stack, current: stack.length },
      disable_immediate_execution: input.planOnly,
      use_api: false,
    },
    use_api: false,
  };
}
