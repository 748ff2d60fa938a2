const countFormat = new Intl.NumberFormat("en-GB");

/** A count with grouping: "12,480". */
export function formatCount(count: number): string {
  return countFormat.format(count);
}

/** Count and noun in agreement: "1 invoice", "12 invoices". */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}
