import { stampInZone } from "../lib/zone-time";

/** Accounting stamps are written in US Eastern time (facts §4, proven). */
export const ACCOUNTING_ZONE = "America/New_York";

export function easternStamp(ms: number): string {
  return stampInZone(ms, ACCOUNTING_ZONE);
}

/** `signup_date` alone is UTC, in the same format. */
export function utcStamp(ms: number): string {
  return stampInZone(ms, "UTC");
}
