import { z } from "zod";
import type { Database } from "./database";

/** Which runs to list; the newest come first. `beforeId` continues after the last one of a page. */
export type RunFilter = {
  functionId?: string;
  status?: RunSummary["status"];
  beforeId?: string;
  limit?: number;
};

const statusSchema = z.enum(["queued", "running", "waiting", "completed", "failed", "cancelled"]);

const summarySchema = z
  .object({
    id: z.string(),
    function_id: z.string(),
    event_name: z.string(),
    event_id: z.string(),
    status: statusSchema,
    attempt: z.number(),
    next_at: z.date().nullable(),
    queued_at: z.date(),
    started_at: z.date().nullable(),
    ended_at: z.date().nullable(),
    parent_run_id: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    functionId: row.function_id,
    eventName: row.event_name,
    /** The sender's id of the event that started the run. */
    eventId: row.event_id,
    /** `waiting` is a run that sleeps, waits for a child, or waits to try again. */
    status: row.status,
    /** Failed tries of the call that is due next, from 0. */
    attempt: row.attempt,
    /** When a waiting run goes on by itself. */
    nextAt: row.next_at,
    queuedAt: row.queued_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    parentRunId: row.parent_run_id,
  }));

/** A run in a list. */
export type RunSummary = z.output<typeof summarySchema>;

const stepSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(["run", "sleep", "invoke"]),
    state: z.enum(["pending", "done", "failed"]),
    value: z.unknown(),
    started_at: z.date(),
    ended_at: z.date().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    state: row.state,
    value: row.value,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  }));

const failureSchema = z
  .object({
    step_id: z.string().nullable(),
    attempt: z.number(),
    started_at: z.date(),
    ended_at: z.date(),
    retry_at: z.date().nullable(),
    error: z.object({ name: z.string(), message: z.string() }),
  })
  .transform((row) => ({
    stepId: row.step_id,
    attempt: row.attempt,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    retryAt: row.retry_at,
    error: row.error,
  }));

const bodySchema = z.object({ event: z.unknown(), output: z.unknown(), error: z.unknown() });

/** A run with what happened in it: steps in the order of their results, and the attempts that failed. */
export type RunDetail = RunSummary & {
  event: unknown;
  output: unknown;
  error: unknown;
  steps: z.output<typeof stepSchema>[];
  failures: z.output<typeof failureSchema>[];
};

const mostRows = 200;

const summarySql = `
  SELECT * FROM (
    SELECT r.id, r.function_id, e.name AS event_name, e.event_id,
      CASE WHEN r.status <> 'active' THEN r.status
        WHEN job.leased_at IS NOT NULL THEN 'running'
        WHEN r.started_at IS NULL AND coalesce(job.attempt, 0) = 0 THEN 'queued'
        ELSE 'waiting' END AS status,
      coalesce(job.attempt, 0) AS attempt,
      CASE WHEN r.status = 'active' AND job.leased_at IS NULL THEN least(job.due_at, timer.due_at) END AS next_at,
      r.queued_at, coalesce(r.started_at, job.leased_at) AS started_at, r.ended_at, r.parent_run_id
    FROM engine.run r
    JOIN engine.event e ON e.id = r.event_id
    LEFT JOIN LATERAL (
      SELECT max(leased_at) AS leased_at, max(attempt) AS attempt, min(due_at) AS due_at
      FROM engine.job j WHERE j.run_id = r.id
    ) job ON true
    LEFT JOIN LATERAL (SELECT min(due_at) AS due_at FROM engine.timer t WHERE t.run_id = r.id) timer ON true
    WHERE ($1::text IS NULL OR r.function_id = $1) AND ($2::text IS NULL OR r.id < $2)
      AND ($3::text IS NULL OR r.id = $3)
    ORDER BY r.id DESC
  ) run
  WHERE ($4::text IS NULL OR status = $4) LIMIT $5`;

/** Lists runs, the newest first, at most 200. */
export async function listRuns(database: Database, filter: RunFilter): Promise<RunSummary[]> {
  const limit = Math.min(filter.limit ?? 50, mostRows);
  const values = [filter.functionId ?? null, filter.beforeId ?? null, null, filter.status ?? null, limit];
  return database.rows(summarySchema, summarySql, values);
}

/** Reads one run with its steps and failed attempts; null when there is none. */
export async function getRun(database: Database, id: string): Promise<RunDetail | null> {
  const [summary] = await database.rows(summarySchema, summarySql, [null, null, id, null, 1]);
  if (!summary) return null;
  const [body] = await database.rows(
    bodySchema,
    `SELECT e.body AS event, r.output, r.error FROM engine.run r JOIN engine.event e ON e.id = r.event_id
     WHERE r.id = $1`,
    [id],
  );
  const steps = await database.rows(
    stepSchema,
    `SELECT id, name, kind, state, value, started_at, ended_at FROM engine.step WHERE run_id = $1
     ORDER BY seq NULLS LAST, started_at, id`,
    [id],
  );
  const failures = await database.rows(
    failureSchema,
    `SELECT step_id, attempt, started_at, ended_at, retry_at, error FROM engine.failure WHERE run_id = $1 ORDER BY id`,
    [id],
  );
  return { ...summary, event: body?.event, output: body?.output, error: body?.error, steps, failures };
}
