import { keyText } from "../pure/expression";
import { hashKey } from "../pure/hash-key";
import { randomUlid } from "../pure/event-ids";
import type { JsonObject } from "../pure/json";
import type { EngineFunction } from "./engine-function";
import type { FunctionSet } from "./function-set";

/** An event as it is stored. `body` is what functions see. */
export type EngineEvent = {
  /** Internal id: a ULID. */
  id: string;
  /** The sender's id, or the internal one. */
  eventId: string;
  name: string;
  /** Milliseconds since 1970; in the future it delays the runs' start. */
  ts: number;
  body: JsonObject;
};

/** A run about to be made, with its first job. */
export type NewRun = {
  id: string;
  functionId: string;
  eventId: string;
  priorityAt: Date;
  dueAt: Date;
  lane: string;
  key1: string | null;
  key2: string | null;
  /** The throttle to pass before the first call; null when there is none. */
  gate: string | null;
  parent: { runId: string; stepId: string } | null;
};

/** An event that waits for quiet before it starts its function. */
export type NewDebounce = {
  functionId: string;
  key: string;
  eventId: string;
  eventTs: number;
  dueAt: Date;
  deadlineAt: Date | null;
};

/** What an event starts in one function, provided all its `onceKeys` are still free. */
export type Start = { functionId: string; eventId: string; onceKeys: string[] } & (
  { run: NewRun; debounce: null } | { run: null; debounce: NewDebounce }
);

const longestPriority = 600;

/** Seconds of priority; only CEL integers count, everything else is 0 (protocol facts §8, "priority.run"). */
function prioritySeconds(fn: EngineFunction, event: JsonObject): number {
  const value = fn.priority?.evaluate({ event });
  if (typeof value !== "bigint") return 0;
  return Math.min(Math.max(Number(value), -longestPriority), longestPriority);
}

/** A new run of a function for an event, with the keys that its configuration computes from that event. */
export function makeRun(
  fn: EngineFunction,
  event: EngineEvent,
  now: Date,
  parent: NewRun["parent"] = null,
): NewRun {
  const keys = fn.concurrency.map((rule, index) =>
    hashKey(fn.id, String(index), rule.key?.text ?? "", keyText(rule.key, event.body)),
  );
  const dueAt = new Date(Math.max(now.getTime(), event.ts));
  const priorityAt = new Date(dueAt.getTime() - prioritySeconds(fn, event.body) * 1_000);
  return {
    id: randomUlid(now.getTime()),
    functionId: fn.id,
    eventId: event.id,
    priorityAt,
    dueAt,
    lane: keys.length === 0 ? fn.id : hashKey(fn.id, ...keys),
    key1: keys[0] ?? null,
    key2: keys[1] ?? null,
    gate: fn.throttle ? hashKey(fn.id, keyText(fn.throttle.key, event.body)) : null,
    parent,
  };
}

function makeDebounce(fn: EngineFunction, event: EngineEvent, now: Date): NewDebounce | null {
  if (!fn.debounce) return null;
  const { periodMs, timeoutMs, key } = fn.debounce;
  const from = now.getTime();
  return {
    functionId: fn.id,
    key: hashKey(keyText(key, event.body)),
    eventId: event.id,
    eventTs: event.ts,
    dueAt: new Date(from + periodMs),
    deadlineAt: timeoutMs === null ? null : new Date(from + timeoutMs),
  };
}

/** The key by which `idempotency` lets one event through, or null when the expression gives none for this event. */
export function idempotencyKey(fn: EngineFunction, event: JsonObject): string | null {
  if (!fn.idempotency || fn.idempotency.evaluate({ event }) === undefined) return null;
  return hashKey("idempotency", keyText(fn.idempotency, event));
}

function onceKeys(fn: EngineFunction, event: EngineEvent): string[] {
  const keys = event.eventId === event.id ? [] : [hashKey("event", event.eventId)];
  const idempotency = idempotencyKey(fn, event.body);
  return idempotency === null ? keys : [...keys, idempotency];
}

/** All that an event starts among the functions of this process (order of gates: protocol facts §8). */
export function planStarts(functions: FunctionSet, event: EngineEvent, now: Date): Start[] {
  return functions.listeners(event.name).flatMap(({ fn, triggers }): Start[] => {
    const wanted = triggers.some(({ condition }) => condition?.matches({ event: event.body }) ?? true);
    if (!wanted) return [];
    const common = { functionId: fn.id, eventId: event.id, onceKeys: onceKeys(fn, event) };
    const debounce = makeDebounce(fn, event, now);
    if (debounce) return [{ ...common, run: null, debounce }];
    return [{ ...common, run: makeRun(fn, event, now), debounce: null }];
  });
}
