/** A throttle: `limit` starts per period, and `burst` more from rest. */
export type Throttle = { limit: number; burst: number; periodMs: number };

/** The gate after a start was let through, and the earliest time of that start. Milliseconds since 1970. */
export type Slot = { tatMs: number; startAtMs: number };

/**
 * Reserves the next start under a throttle (GCRA, protocol facts §8). From rest `limit + burst` start at once, then
 * one per period/limit. `tatMs` is the theoretical arrival time left by the one before, null for none.
 */
export function reserveSlot(throttle: Throttle, tatMs: number | null, nowMs: number): Slot {
  const spacingMs = throttle.periodMs / throttle.limit;
  const next = Math.max(tatMs ?? nowMs, nowMs) + spacingMs;
  const startAtMs = Math.max(nowMs, next - (throttle.limit + throttle.burst) * spacingMs);
  return { tatMs: next, startAtMs };
}
