/** An instant as Pipedrive takes it: RFC 3339 in whole seconds; fractions are answered with a 400 (facts §3.2). */
function toWholeSeconds(at: Date): string {
  return at.toISOString().replace(/\.\d{3}Z$/, "Z");
}

/** The same for an instant that is text already. */
export function cutFraction(instant: string): string {
  return instant.replace(/\.\d+(?=Z$|[+-]\d{2}:\d{2}$)/, "");
}

/** The filter of a list by change; nothing without an instant. */
export function sinceFilter(updatedSince: Date | undefined): Record<string, string> {
  return updatedSince === undefined ? {} : { updated_since: toWholeSeconds(updatedSince) };
}
