import { parseDurationMs } from "./duration";

const longestSleepMs = 366 * 86_400_000;

/** When a sleep ends, or why it may not begin. */
export type SleepEnd = { ok: true; until: Date } | { ok: false; message: string };

/**
 * Reads the time of a `Sleep` operation, which the SDK puts into the operation's name: a duration, an ISO instant,
 * or an empty text, which the real server reads as no time at all (protocol facts §5). The past means at once.
 */
export function readSleepEnd(text: string, now: Date): SleepEnd {
  const durationMs = text === "" ? 0 : parseDurationMs(text);
  const until = durationMs === null ? Date.parse(text) : now.getTime() + durationMs;
  if (Number.isNaN(until))
    return { ok: false, message: `"${text}" is not a time that a step can sleep until.` };
  if (until - now.getTime() > longestSleepMs) {
    return { ok: false, message: "A step cannot sleep for more than 366 days." };
  }
  return { ok: true, until: new Date(Math.max(until, now.getTime())) };
}
