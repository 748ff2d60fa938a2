import { html } from "hono/html";

import type { Page } from "../frame/frame";

const digitsOfCurrency = new Map<string, number>();

function digitsOf(code: string): number {
  const known = digitsOfCurrency.get(code);
  if (known !== undefined) return known;
  const isCode = /^[A-Z]{3}$/.test(code);
  const options = isCode
    ? new Intl.NumberFormat("en", { style: "currency", currency: code }).resolvedOptions()
    : undefined;
  const digits = options?.maximumFractionDigits ?? 2;
  digitsOfCurrency.set(code, digits);
  return digits;
}

/** A decimal text in thousandths, exactly: sums of many amounts must not drift. Digits beyond are cut. */
export function toMilli(text: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return 0n;
  const [, sign = "", whole = "0", fraction = ""] = match;
  const milli = BigInt(whole + fraction.padEnd(3, "0").slice(0, 3));
  return sign === "-" ? -milli : milli;
}

/** Thousandths as people write an amount of this currency: grouped, with a true minus, never a digit rounded away. */
export function formatMilli(milli: bigint, code: string): string {
  const digits = (milli < 0n ? -milli : milli).toString().padStart(4, "0");
  const whole = digits.slice(0, -3).replaceAll(/\B(?=(\d{3})+$)/g, ",");
  const fraction = digits.slice(-3);
  const needed = fraction.replace(/0+$/, "").length;
  const shown = fraction.slice(0, Math.max(needed, digitsOf(code)));
  return `${milli < 0n ? "−" : ""}${whole}${shown === "" ? "" : `.${shown}`}`;
}

/** An amount with its currency behind it. */
export function money(amount: bigint | string, code: string): Page {
  const milli = typeof amount === "string" ? toMilli(amount) : amount;
  return html`<span class="nowrap">${formatMilli(milli, code)} <small>${code}</small></span>`;
}
