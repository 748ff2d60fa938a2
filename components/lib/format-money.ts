import Big from "big.js";
import type { MoneyDto } from "@/server/contracts/money";

/** The true minus, as wide as a digit. */
const minus = "\u2212";

type DecimalText = `${number}`;

function isDecimalText(text: string): text is DecimalText {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** Digits after the point that a currency has (JPY 0, EUR 2, KWD 3); 2 for a code nobody knows. */
export function fractionDigits(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) return 2;
  const options = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  return options.maximumFractionDigits ?? 2;
}

/**
 * An amount as people read it: grouped, the currency's digits, never rounded away, true minus.
 * The currency code is not in it; it is shown small beside the number.
 */
export function formatAmount({ amount, currency }: MoneyDto): string {
  if (!isDecimalText(amount)) return amount;
  const digits = fractionDigits(currency);
  const given = amount.split(".")[1]?.replace(/0+$/, "").length ?? 0;
  const format = new Intl.NumberFormat("en-GB", {
    minimumFractionDigits: digits,
    maximumFractionDigits: Math.max(digits, given),
  });
  return format.format(amount).replace("-", minus);
}

/** Amount and code in one text, for titles and screen readers. */
export function formatMoney(money: MoneyDto): string {
  return `${formatAmount(money)} ${money.currency}`;
}

/** The exact sum of amounts in one currency. */
export function sumAmounts(amounts: readonly string[]): string {
  return amounts.reduce((sum, amount) => sum.plus(amount), new Big(0)).toFixed();
}
