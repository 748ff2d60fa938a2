import Big from "big.js";

/** Decimal text without needless zeros or signs: `"1500.00"` → `"1500"`, `"-0"` → `"0"`. Input must be decimal text. */
export function normaliseAmount(amount: string): string {
  const value = new Big(amount);
  return value.eq(0) ? "0" : value.toFixed();
}

/** Whether two decimal texts are the same sum. */
export function isSameAmount(left: string, right: string): boolean {
  return new Big(left).eq(right);
}

export function isPositive(amount: string): boolean {
  return new Big(amount).gt(0);
}

/**
 * The amount as the JSON number Pipedrive wants, or null when a double cannot carry it to the last digit:
 * then the write is refused rather than rounded.
 */
export function exactNumber(amount: string): number | null {
  const value = Number(amount);
  if (!Number.isFinite(value)) return null;
  return new Big(String(value)).eq(amount) ? value : null;
}
