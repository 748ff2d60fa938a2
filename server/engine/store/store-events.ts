import { z } from "zod";
import { mergeStarts } from "../functions/merge-starts";
import type { EngineEvent, NewRun, Start } from "../functions/plan-start";
import { toJsonText } from "../pure/json";
import type { Session } from "./database";

/** How long an event id or an idempotency key shuts out later ones. */
const onceMs = 24 * 3_600_000;

const storedSchema = z.object({ stored: z.array(z.string()).nullable(), started: z.number() });

const insertEvents = `
  WITH event AS (
    INSERT INTO engine.event (id, event_id, name, body, received_at)
    SELECT e.id, e.event_id, e.name, e.body, $1::timestamptz
    FROM unnest($2::text[], $3::text[], $4::text[], $5::json[]) AS e(id, event_id, name, body)
    ON CONFLICT (id) DO NOTHING
    RETURNING id
  ),
  start AS (
    SELECT s.* FROM json_to_recordset($6::json) AS s(
      event_id text, function_id text, once json, run_id text, priority_at timestamptz, due_at timestamptz,
      lane text, key1 text, key2 text, gate text, parent_run_id text, parent_step_id text,
      debounce_key text, event_ts bigint, deadline_at timestamptz)
    JOIN event ON event.id = s.event_id
  ),
  wanted AS (
    SELECT s.function_id, s.event_id, o.key FROM start s CROSS JOIN json_array_elements_text(s.once) AS o(key)
  ),
  taken AS (
    INSERT INTO engine.once (function_id, key, expires_at)
    SELECT function_id, key, $7::timestamptz FROM wanted ORDER BY function_id, key
    ON CONFLICT (function_id, key) DO UPDATE SET expires_at = excluded.expires_at
      WHERE engine.once.expires_at <= $1
    RETURNING function_id, key
  ),
  free AS (
    SELECT s.* FROM start s WHERE NOT EXISTS (
      SELECT 1 FROM wanted w WHERE w.function_id = s.function_id AND w.event_id = s.event_id AND NOT EXISTS (
        SELECT 1 FROM taken t WHERE t.function_id = w.function_id AND t.key = w.key))
  ),
  run AS (
    INSERT INTO engine.run (id, function_id, event_id, priority_at, lane, key1, key2, parent_run_id, parent_step_id,
      queued_at)
    SELECT run_id, function_id, event_id, priority_at, lane, key1, key2, parent_run_id, parent_step_id, $1
    FROM free WHERE run_id IS NOT NULL
  ),
  job AS (
    INSERT INTO engine.job (run_id, function_id, state, due_at, priority_at, lane, key1, key2, gate)
    SELECT run_id, function_id, CASE WHEN gate IS NULL AND due_at <= $1 THEN 'ready' ELSE 'later' END,
      due_at, priority_at, lane, key1, key2, gate
    FROM free WHERE run_id IS NOT NULL ORDER BY priority_at, run_id
    RETURNING 1
  ),
  debounce AS (
    INSERT INTO engine.debounce AS held (function_id, key, event_id, event_ts, due_at, deadline_at)
    SELECT function_id, debounce_key, event_id, event_ts, due_at, deadline_at
    FROM free WHERE debounce_key IS NOT NULL ORDER BY function_id, debounce_key
    ON CONFLICT (function_id, key) DO UPDATE SET
      event_id = CASE WHEN excluded.event_ts >= held.event_ts THEN excluded.event_id ELSE held.event_id END,
      event_ts = greatest(excluded.event_ts, held.event_ts),
      due_at = least(excluded.due_at, held.deadline_at)
    RETURNING 1
  ),
  counted AS (SELECT (SELECT count(*) FROM job) + (SELECT count(*) FROM debounce) AS started)
  SELECT (SELECT array_agg(id) FROM event) AS stored, started::integer AS started,
    CASE WHEN started > 0 THEN pg_notify('engine_wake', $8) END AS told
  FROM counted`;

function runColumns(run: NewRun | null): Record<string, unknown> {
  if (!run) return {};
  return {
    run_id: run.id,
    priority_at: run.priorityAt,
    due_at: run.dueAt,
    lane: run.lane,
    key1: run.key1,
    key2: run.key2,
    gate: run.gate,
    parent_run_id: run.parent?.runId,
    parent_step_id: run.parent?.stepId,
  };
}

function startRow(start: Start): Record<string, unknown> {
  const common = { event_id: start.eventId, function_id: start.functionId, once: start.onceKeys };
  const { debounce } = start;
  if (!debounce) return { ...common, ...runColumns(start.run) };
  return {
    ...common,
    debounce_key: debounce.key,
    event_ts: debounce.eventTs,
    due_at: debounce.dueAt,
    deadline_at: debounce.deadlineAt,
  };
}

/** Events to store with what they start. */
export type EventBatch = {
  events: readonly EngineEvent[];
  starts: readonly Start[];
  now: Date;
  processId: string;
};

/** Which of the events were new, whether anything started, and whether some of it has to wait for its time. */
export type StoredEvents = { newIds: ReadonlySet<string>; started: boolean; later: boolean };

/**
 * Stores events and, for those not stored before, their runs, first jobs and debounces; wakes the other processes.
 * One statement: an event with the same internal id, or one whose keys are taken, starts nothing.
 */
export async function storeEvents(session: Session, batch: EventBatch): Promise<StoredEvents> {
  const { events, now } = batch;
  const starts = mergeStarts(batch.starts);
  const [result] = await session.rows(storedSchema, insertEvents, [
    now,
    events.map((event) => event.id),
    events.map((event) => event.eventId),
    events.map((event) => event.name),
    events.map((event) => toJsonText(event.body)),
    JSON.stringify(starts.map(startRow)),
    new Date(now.getTime() + onceMs),
    batch.processId,
  ]);
  const waits = ({ run }: Start): boolean => !run || run.gate !== null || run.dueAt > now;
  const started = (result?.started ?? 0) > 0;
  return { newIds: new Set(result?.stored ?? []), started, later: started && starts.some(waits) };
}
