import { dateInZone } from "../../domain/business-day";
import { addMs } from "../../lib/clock";

/** `updated_min` is by the day, in Eastern time, and "not reliably honoured" (facts §4, §5.4). */
const overlapMs = 2 * 86_400_000;

/** The day to name as `updated_min` so that nothing changed since an instant is missed. */
export function recentDay(since: Date): string {
  return dateInZone(addMs(since, -overlapMs), "America/New_York");
}
