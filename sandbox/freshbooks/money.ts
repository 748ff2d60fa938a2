import type Big from "big.js";

import type { Switches } from "./switches";

/** Currencies whose amounts have other than two places (ISO 4217), as far as invoices are likely to be in them. */
const OWN_DECIMALS: ReadonlyMap<string, number> = new Map([
  ["JPY", 0],
  ["KRW", 0],
  ["VND", 0],
  ["CLP", 0],
  ["ISK", 0],
  ["KWD", 3],
  ["BHD", 3],
  ["OMR", 3],
  ["JOD", 3],
  ["TND", 3],
]);

/** An amount as the API shows it: a decimal text beside its currency. */
export interface Money {
  readonly amount: string;
  readonly code: string;
}

/** Places that amounts of a currency are kept and shown in; which, the facts leave open (facts §14.8). */
export function decimalsOf(code: string, mode: Switches["moneyDecimals"]): number {
  return mode === "two" ? 2 : (OWN_DECIMALS.get(code) ?? 2);
}

export function moneyView(amount: Big, code: string, mode: Switches["moneyDecimals"]): Money {
  return { amount: amount.toFixed(decimalsOf(code, mode)), code };
}
