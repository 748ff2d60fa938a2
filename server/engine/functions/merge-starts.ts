import type { NewDebounce, Start } from "./plan-start";

/** Joins a debounce to an earlier one of the same batch and key; the event with the latest time stays. */
function joins(start: Start, waiting: Map<string, NewDebounce>): boolean {
  if (!start.debounce) return false;
  const place = `${start.functionId} ${start.debounce.key}`;
  const earlier = waiting.get(place);
  if (earlier && start.debounce.eventTs >= earlier.eventTs) Object.assign(earlier, start.debounce);
  if (!earlier) waiting.set(place, start.debounce);
  return earlier !== undefined;
}

/**
 * Starts of one batch of events without those that an earlier one of the same batch shuts out: an event id or
 * idempotency key counts once, and events that are debounced together become one. One statement then stores them all.
 */
export function mergeStarts(starts: readonly Start[]): Start[] {
  const taken = new Set<string>();
  const waiting = new Map<string, NewDebounce>();
  return starts.filter((start) => {
    const keys = start.onceKeys.map((key) => `${start.functionId} ${key}`);
    if (keys.some((key) => taken.has(key))) return false;
    for (const key of keys) taken.add(key);
    return !joins(start, waiting);
  });
}
