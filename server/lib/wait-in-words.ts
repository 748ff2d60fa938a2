const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

function counted(count: number, unit: string): string {
  return `${String(count)} ${unit}${count === 1 ? "" : "s"}`;
}

/** A wait as a person says it, never shorter than it is: `40 seconds`, `2 minutes`, `1 hour`. */
export function waitInWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / secondMs));
  if (seconds < 60) return counted(seconds, "second");
  const minutes = Math.ceil(ms / minuteMs);
  if (minutes < 60) return counted(minutes, "minute");
  return counted(Math.ceil(ms / hourMs), "hour");
}
