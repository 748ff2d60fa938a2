const formatters = new Map<string, Intl.DateTimeFormat>();

// Swedish is the locale whose plain format is "YYYY-MM-DD HH:MM:SS".
function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  formatters.set(zone, made);
  return made;
}

/** `YYYY-MM-DD HH:MM:SS` of an instant as a wall clock in `zone` shows it. */
export function stampInZone(ms: number, zone: string): string {
  return formatterOf(zone).format(ms);
}

/** `YYYY-MM-DD` of an instant as a calendar in `zone` shows it. */
export function dateInZone(ms: number, zone: string): string {
  return stampInZone(ms, zone).slice(0, 10);
}

/** RFC 3339 in UTC with whole seconds, as Pipedrive's v2 and FreshBooks' newer families write it. */
export function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** The calendar date `days` after `date` (both `YYYY-MM-DD`). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from one calendar date to another (negative when `to` is earlier). */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
