const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** A day as it stands in a sentence or a mail, by UTC: "1 December 2026". */
export function dayInWords(at: Date): string {
  return format.format(at);
}
