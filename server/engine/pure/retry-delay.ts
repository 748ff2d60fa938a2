const second = 1_000;
const minute = 60 * second;

/** Waits after the first, second, … failed attempt, as the real server has them (protocol facts §8). */
export const defaultRetryDelaysMs: readonly number[] = [
  15 * second,
  30 * second,
  minute,
  2 * minute,
  5 * minute,
  10 * minute,
  20 * minute,
  40 * minute,
  60 * minute,
  120 * minute,
];

/** The most that is added at random to a wait of the default table. */
export const defaultRetryJitterMs = 30 * second;

/** How to wait between attempts. */
export type RetryPolicy = { delaysMs: readonly number[]; jitterMs: number };

/** Milliseconds to wait after attempt `attempt` (from 0) failed; `random` lies in [0, 1). */
export function retryDelayMs(policy: RetryPolicy, attempt: number, random: number): number {
  const delay = policy.delaysMs[attempt] ?? policy.delaysMs.at(-1) ?? 0;
  return delay + Math.floor(random * policy.jitterMs);
}

const shortestMs = second;
const longestMs = 24 * 60 * minute;

/**
 * Milliseconds asked for by a `retry-after` header: whole seconds or an instant, kept within one second and a day.
 * Null when there is none or it cannot be read, and the table decides.
 */
export function retryAfterMs(header: string | null, now: Date): number | null {
  if (header === null || header === "") return null;
  const wanted = /^\d+$/.test(header) ? Number(header) * second : Date.parse(header) - now.getTime();
  return Number.isNaN(wanted) ? null : Math.min(Math.max(wanted, shortestMs), longestMs);
}
