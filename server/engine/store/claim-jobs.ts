import pg from "pg";
import { z } from "zod";
import { ProcessGivenUpError } from "../errors";
import type { EngineFunction } from "../functions/engine-function";
import type { Database } from "./database";

const knownStep = z.object({ id: z.string(), state: z.enum(["done", "failed"]), value: z.unknown() });

const claimSchema = z
  .object({
    job_id: z.string(),
    run_id: z.string(),
    function_id: z.string(),
    target: z.string(),
    attempt: z.number(),
    generation: z.number(),
    lost: z.number(),
    plan_only: z.boolean(),
    parent_run_id: z.string().nullable(),
    event: z.unknown(),
    steps: z.array(knownStep).nullable(),
  })
  .transform((row) => ({
    jobId: row.job_id,
    runId: row.run_id,
    functionId: row.function_id,
    target: row.target,
    attempt: row.attempt,
    generation: row.generation,
    lost: row.lost,
    planOnly: row.plan_only,
    hasParent: row.parent_run_id !== null,
    event: row.event,
    steps: row.steps ?? [],
  }));

/** A job that this process holds, with all that its call needs, read in one snapshot. */
export type ClaimedJob = z.output<typeof claimSchema>;

/** What to claim. */
export type ClaimRequest = {
  processId: string;
  now: Date;
  max: number;
  functions: readonly EngineFunction[];
};

const givenUp = "EN001";

/**
 * Leases due jobs to this process (see `engine.claim` in the migration). Throws `ProcessGivenUpError` when others have
 * taken this process for dead.
 */
export async function claimJobs(database: Database, request: ClaimRequest): Promise<ClaimedJob[]> {
  const { functions } = request;
  try {
    return await database.rows(claimSchema, "SELECT * FROM engine.claim($1, $2, $3, $4, $5, $6)", [
      request.processId,
      request.now,
      request.max,
      functions.map((fn) => fn.id),
      functions.map((fn) => fn.concurrency[0]?.limit ?? 0),
      functions.map((fn) => fn.concurrency[1]?.limit ?? 0),
    ]);
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === givenUp) throw new ProcessGivenUpError(error);
    throw error;
  }
}
