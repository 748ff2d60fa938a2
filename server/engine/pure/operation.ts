import { z } from "zod";

const errorSchema = z.looseObject({
  name: z.string().catch("Error"),
  message: z.string().catch("Unknown error"),
  stack: z.string().optional().catch(undefined),
  cause: z.unknown().optional(),
});

/** An error as it is stored and given back to the SDK (protocol facts §4, §5). */
export type StoredError = { name: string; message: string; stack?: string; cause?: unknown };

/** Picks what is kept of an error that the SDK serialised; anything else becomes an "Unknown error". */
export function readError(value: unknown): StoredError {
  const parsed = errorSchema.safeParse(value);
  if (!parsed.success) return { name: "Error", message: typeof value === "string" ? value : "Unknown error" };
  const { name, message, stack, cause } = parsed.data;
  return {
    name,
    message,
    ...(stack === undefined ? {} : { stack }),
    ...(cause === undefined ? {} : { cause }),
  };
}

const base = {
  id: z.string().regex(/^[0-9a-f]{40}$/),
  displayName: z.string().optional(),
  name: z.string().optional(),
};

const invokeOptions = z.object({
  function_id: z.string(),
  payload: z.looseObject({ data: z.unknown().optional() }).optional(),
  timeout: z.string().optional(),
});

/**
 * The operations that the engine acts on (protocol facts §5). Only these members are read: the SDK sends more of its
 * insides, which may hold user data.
 */
export const operationSchema = z.discriminatedUnion("op", [
  z.object({ ...base, op: z.literal("StepRun"), data: z.unknown().optional() }),
  z.object({
    ...base,
    op: z.literal("StepPlanned"),
    opts: z.object({ parallelMode: z.string().optional() }).nullish(),
  }),
  z.object({ ...base, op: z.literal("StepError"), error: z.unknown() }),
  z.object({ ...base, op: z.literal("StepFailed"), error: z.unknown() }),
  z.object({ ...base, op: z.literal("Sleep"), name: z.string() }),
  z.object({ ...base, op: z.literal("InvokeFunction"), opts: invokeOptions }),
  z.object({ ...base, op: z.literal("RunComplete"), data: z.unknown().optional() }),
]);

/** One operation of an answer. */
export type Operation = z.output<typeof operationSchema>;

/** A step's result, ready to be stored: what it gave, or why it failed for good. */
export type StepResult = { id: string; name: string; state: "done" | "failed"; value: unknown };

/** The name under which people know a step; U+0000, which a text column cannot hold, is left out. */
export function stepName(operation: Operation): string {
  return (operation.displayName ?? operation.name ?? operation.id).replaceAll("\0", "");
}

/** The result of a `StepRun` operation. */
export function doneStep(operation: Extract<Operation, { op: "StepRun" }>): StepResult {
  return { id: operation.id, name: stepName(operation), state: "done", value: operation.data ?? null };
}

/** The result of a step that failed for good. */
export function failedStep(operation: Extract<Operation, { op: "StepFailed" | "StepError" }>): StepResult {
  return { id: operation.id, name: stepName(operation), state: "failed", value: readError(operation.error) };
}

/** The steps of a checkpoint post; only finished steps belong there (protocol facts §6). */
export const checkpointSchema = z.object({
  run_id: z.string(),
  steps: z.array(z.discriminatedUnion("op", [operationSchema.options[0]])),
});
