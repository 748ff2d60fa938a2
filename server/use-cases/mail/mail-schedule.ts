const minuteMs = 60_000;
const longestMs = 6 * 60 * minuteMs;

/** A mail that has not gone out after so long is given up. */
export const givenUpAfterMs = 3 * 24 * 60 * minuteMs;

/** How long after the try numbered `tries` (from 1) the next one is due: one minute, doubled each time, six hours at most. */
export function backOffMs(tries: number): number {
  return Math.min(longestMs, minuteMs * 2 ** Math.min(tries - 1, 20));
}
