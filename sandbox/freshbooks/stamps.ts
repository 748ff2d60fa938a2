import { stampInZone } from "../lib/zone-time";

/** Accounting stamps are written in US Eastern time (facts §4, proven). */
export const ACCOUNTING_ZONE = "America/New_York";

const HOUR_MS = 3_600_000;
const offsets = new Map<number, number>();

function plainUtc(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace("T", " ");
}

// The zone's offset changes on whole hours only, and asking the calendar for each stamp would cost most of an answer.
function easternOffsetMs(ms: number): number {
  const hour = Math.floor(ms / HOUR_MS);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const startMs = hour * HOUR_MS;
  const offset = Date.parse(`${stampInZone(startMs, ACCOUNTING_ZONE).replace(" ", "T")}Z`) - startMs;
  offsets.set(hour, offset);
  return offset;
}

/** `YYYY-MM-DD HH:MM:SS` on a wall clock in New York. */
export function easternStamp(ms: number): string {
  return plainUtc(ms + easternOffsetMs(ms));
}

/** `signup_date` alone is UTC, in the same format. */
export function utcStamp(ms: number): string {
  return plainUtc(ms);
}

/** The instant at which a day begins in New York, or `undefined` for what is no date. */
export function easternDayStart(date: string): number | undefined {
  const midnight = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(midnight)) return undefined;
  // Midnight itself never falls into a change of the clocks there; four hours on is the same day in both halves.
  return midnight - easternOffsetMs(midnight + 4 * HOUR_MS);
}
