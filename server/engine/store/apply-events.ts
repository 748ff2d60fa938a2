import { z } from "zod";
import type { CancelRule } from "../functions/engine-function";
import { planStarts } from "../functions/plan-start";
import type { EngineEvent } from "../functions/plan-start";
import { endRun } from "./end-run";
import { lockRun } from "./lock-run";
import { storeEvents } from "./store-events";
import type { Turn } from "./turn";

const candidateSchema = z.object({ id: z.string(), queued_at: z.date(), event: z.unknown() });

/** Runs of a function that were there before the event; those of the batch's own later events came after it. */
async function activeRuns(
  turn: Turn,
  functionId: string,
  notFrom: readonly string[],
): Promise<z.output<typeof candidateSchema>[]> {
  return turn.session.rows(
    candidateSchema,
    `SELECT r.id, r.queued_at, e.body AS event FROM engine.run r JOIN engine.event e ON e.id = r.event_id
     WHERE r.function_id = $1 AND r.status = 'active' AND r.event_id <> ALL ($2::text[]) ORDER BY r.id`,
    [functionId, [...notFrom]],
  );
}

function isCancelled(
  rules: readonly CancelRule[],
  run: z.output<typeof candidateSchema>,
  event: EngineEvent,
  now: Date,
): boolean {
  return rules.some(({ condition, timeoutMs }) => {
    if (timeoutMs !== null && now.getTime() > run.queued_at.getTime() + timeoutMs) return false;
    return condition?.matches({ event: run.event, async: event.body }) ?? true;
  });
}

async function cancelMatching(
  turn: Turn,
  event: EngineEvent,
  notFrom: readonly string[],
): Promise<EngineEvent[]> {
  const told: EngineEvent[] = [];
  for (const { fn, rules } of turn.functions.cancelledBy(event.name)) {
    for (const candidate of await activeRuns(turn, fn.id, notFrom)) {
      if (!isCancelled(rules, candidate, event, turn.now)) continue;
      const run = await lockRun(turn, candidate.id);
      if (!run) continue;
      const end = { status: "cancelled", reason: `Cancelled by the event "${event.name}".` } as const;
      told.push(...(await endRun(turn, run, end, null)));
    }
  }
  return told;
}

/**
 * Stores events with all that follows from them: runs started, runs cancelled, and the events that tell of those.
 * Tells whether some of it has to wait for its time.
 */
export async function applyEvents(turn: Turn, events: readonly EngineEvent[]): Promise<{ later: boolean }> {
  let pending = [...events];
  let later = false;
  while (pending.length > 0) {
    const batch = pending;
    pending = [];
    const starts = batch.flatMap((event) => planStarts(turn.functions, event, turn.now));
    const { now, processId } = turn;
    const stored = await storeEvents(turn.session, { events: batch, starts, now, processId });
    later ||= stored.later;
    for (const [index, event] of batch.entries()) {
      if (!stored.newIds.has(event.id)) continue;
      const notFrom = batch.slice(index).map((later) => later.id);
      pending.push(...(await cancelMatching(turn, event, notFrom)));
    }
  }
  return { later };
}
