import { z } from "zod";
import { outcomeSchema } from "../../contracts/sync";

/**
 * Runs a named piece of work durably: the engine's step in jobs, a plain call in tests. A remembered result has been
 * through JSON, so it is parsed again before it is used.
 */
export type DurableStep = <Result>(
  name: string,
  result: z.ZodType<Result>,
  work: () => Promise<Result>,
) => Promise<Result>;

/** What a planned run has to do: the attempt, and the kinds of its writes in order. Null: nothing to answer for. */
export const plannedRunSchema = z.object({ attemptId: z.string(), kinds: z.array(z.string()) }).nullable();
export type PlannedRun = NonNullable<z.output<typeof plannedRunSchema>>;

/** How a write ended for the run: go on, start over with a new reading, or give the record up as gone. */
export const writeEndSchema = z.discriminatedUnion("end", [
  z.object({ end: z.literal("done") }),
  z.object({ end: z.literal("superseded") }),
  z.object({ end: z.literal("gone"), because: z.string() }),
]);
export type WriteEnd = z.output<typeof writeEndSchema>;

export const runEndSchema = z.object({ outcome: outcomeSchema });
