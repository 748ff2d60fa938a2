const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** A calendar date without a time (`YYYY-MM-DD`), the same in every zone: "23 Nov 2026". */
export function formatDay(date: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? date : dayFormat.format(at);
}

/** Instant with seconds and zone: "23 Nov 2026, 22:31:05 CET". The viewer's zone when none is given. */
export function formatInstant(at: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(at);
}

const relativeSteps: readonly { below: number; unit: number; name: string }[] = [
  { below: minute, unit: second, name: "s" },
  { below: hour, unit: minute, name: "min" },
  { below: day, unit: hour, name: "h" },
  { below: 30 * day, unit: day, name: "d" },
];

/** How long ago, short: "just now", "12 s ago", "3 min ago"; a date once it is older than 30 days. */
export function formatRelative(at: Date, nowMs: number): string {
  const ageMs = nowMs - at.getTime();
  if (Math.abs(ageMs) < 2 * second) return "just now";
  const step = relativeSteps.find(({ below }) => Math.abs(ageMs) < below);
  if (!step) return dayFormat.format(at);
  const amount = `${String(Math.floor(Math.abs(ageMs) / step.unit))} ${step.name}`;
  return ageMs > 0 ? `${amount} ago` : `in ${amount}`;
}

/** A length of time: "85 ms", "1.4 s", "3 min 20 s", "2 h 5 min". */
export function formatDuration(ms: number): string {
  if (ms < second) return `${String(Math.round(ms))} ms`;
  if (ms < 10 * second) return `${(ms / second).toFixed(1)} s`;
  if (ms < minute) return `${String(Math.round(ms / second))} s`;
  if (ms < hour) return pair(ms, minute, "min", second, "s");
  return ms < day ? pair(ms, hour, "h", minute, "min") : pair(ms, day, "d", hour, "h");
}

function pair(ms: number, big: number, bigName: string, small: number, smallName: string): string {
  const whole = Math.floor(ms / big);
  const rest = Math.floor((ms % big) / small);
  return rest === 0
    ? `${String(whole)} ${bigName}`
    : `${String(whole)} ${bigName} ${String(rest)} ${smallName}`;
}
