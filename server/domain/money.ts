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

/** How many decimals a currency is written with; two for one that is not in ISO 4217. */
function decimalsOf(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) return 2;
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** A number as decimal text with at least the decimals its currency is written with; nothing is rounded away. */
export function writeAmount(amount: number, currency: string): string {
  const text = new Big(String(amount)).toFixed();
  const given = text.split(".")[1]?.length ?? 0;
  return new Big(text).toFixed(Math.max(given, decimalsOf(currency)));
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
