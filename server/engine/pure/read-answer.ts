import { z } from "zod";
import { doneStep, failedStep, operationSchema, readError, stepName } from "./operation";
import type { Operation, StepResult, StoredError } from "./operation";

/** An operation that makes the run wait: for another call, a timer, or a child run. */
export type Waiting = { id: string; name: string; race: boolean } & (
  | { kind: "run" }
  | { kind: "sleep"; until: string }
  | { kind: "invoke"; functionId: string; data: unknown; timeout: string }
);

/** What a call came to. Steps stand in the order in which they finished. */
export type Answer =
  /** The function returned. */
  | { kind: "completed"; steps: StepResult[]; output: unknown }
  /** The function failed for good, whatever the attempt. */
  | { kind: "failed"; error: StoredError }
  /** The attempt failed, in a step or between steps, and may be made again. */
  | {
      kind: "retry";
      steps: StepResult[];
      error: StoredError;
      step: StepResult | null;
      retryAfter: string | null;
    }
  /** Steps finished, or there is something to wait for. */
  | { kind: "progress"; steps: StepResult[]; waiting: Waiting[] };

/** The parts of the SDK's answer that say what it means (protocol facts §5). */
export type RawAnswer = { status: number; header: (name: string) => string | null; body: string };

function parseBody(body: string): unknown {
  try {
    const parsed: unknown = JSON.parse(body);
    return parsed;
  } catch {
    // Not JSON: a page of somebody else. The caller treats it as a failed attempt and shows its beginning.
    return { name: "Error", message: `The answer is not JSON: ${body.slice(0, 200)}` };
  }
}

function toWaiting(operation: Operation): Waiting[] {
  const common = { id: operation.id, name: stepName(operation), race: false };
  if (operation.op === "StepPlanned") {
    return [{ ...common, kind: "run", race: operation.opts?.parallelMode === "race" }];
  }
  if (operation.op === "Sleep") return [{ ...common, kind: "sleep", until: operation.name }];
  if (operation.op !== "InvokeFunction") return [];
  const { function_id: functionId, payload, timeout } = operation.opts;
  return [{ ...common, kind: "invoke", functionId, data: payload?.data ?? {}, timeout: timeout ?? "" }];
}

function finished(operations: readonly Operation[]): StepResult[] {
  return operations.flatMap((operation) => {
    if (operation.op === "StepRun") return [doneStep(operation)];
    return operation.op === "StepFailed" ? [failedStep(operation)] : [];
  });
}

function unsupported(body: unknown): Answer {
  const names = z.array(z.looseObject({ op: z.string() })).safeParse(body);
  const known = new Set<string>(operationSchema.options.map((option) => option.shape.op.value));
  const strange = names.success ? names.data.find((operation) => !known.has(operation.op)) : undefined;
  const message = strange
    ? `The embedded engine does not do "${strange.op}"; the function cannot go on.`
    : "The function answered with operations that the engine cannot read.";
  return { kind: "failed", error: { name: "UnsupportedOperationError", message } };
}

function readOperations(body: unknown, retryAfter: string | null): Answer {
  const parsed = z.array(operationSchema).safeParse(body);
  if (!parsed.success) return unsupported(body);
  const operations = parsed.data;
  const steps = finished(operations);
  const end = operations.find((operation) => operation.op === "RunComplete");
  if (end) return { kind: "completed", steps, output: end.data ?? null };
  const broken = operations.find((operation) => operation.op === "StepError");
  if (broken) {
    return { kind: "retry", steps, error: readError(broken.error), step: failedStep(broken), retryAfter };
  }
  return { kind: "progress", steps, waiting: operations.flatMap(toWaiting) };
}

/**
 * Reads the SDK's answer to a call. 200 ends the run, 206 carries operations, 400 with `x-inngest-no-retry: true` is
 * the end in failure, and everything else is a failed attempt.
 */
export function readAnswer(raw: RawAnswer): Answer {
  const body = parseBody(raw.body);
  const retryAfter = raw.header("retry-after");
  if (raw.status === 200) return { kind: "completed", steps: [], output: body };
  if (raw.status === 206) return readOperations(body, retryAfter);
  const error = readError(body);
  if (raw.status >= 400 && raw.status < 500 && raw.header("x-inngest-no-retry") === "true") {
    return { kind: "failed", error };
  }
  return { kind: "retry", steps: [], error, step: null, retryAfter };
}
