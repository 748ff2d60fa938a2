/** The calendar date `YYYY-MM-DD` that the instant falls on in an IANA zone; an unknown zone counts as UTC. */
export function dateInZone(at: Date, timezone: string | null): string {
  return formatter(timezone ?? "UTC").format(at);
}

// en-CA writes dates as YYYY-MM-DD.
function formatter(timezone: string): Intl.DateTimeFormat {
  const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  try {
    return new Intl.DateTimeFormat("en-CA", { ...parts, timeZone: timezone });
  } catch (error) {
    if (error instanceof RangeError) return new Intl.DateTimeFormat("en-CA", { ...parts, timeZone: "UTC" });
    throw error;
  }
}
