import Big from "big.js";

/** A sum that a JSON number cannot carry to Pipedrive without a change in its last digits. */
export class InexactAmountError extends Error {
  override readonly name = "InexactAmountError";
  /** A sentence for the person at the screen. */
  readonly userMessage: string;

  constructor(readonly amount: string) {
    super(`the amount ${amount} has no exact JSON number`);
    this.userMessage = `Pipedrive cannot hold the amount ${amount} exactly, so it was not written.`;
  }
}

/** A number as JSON writes it: `toFixed` would invent digits that the wire never carries. */
function isCarried(value: number, amount: Big): boolean {
  return Number.isFinite(value) && new Big(String(value)).eq(amount);
}

/**
 * Decimal text such as `"1500.00"` as the number whose JSON text is the same sum. Throws `InexactAmountError` when a
 * double cannot hold it; nothing is ever rounded.
 */
export function toDealValue(amount: string): number {
  if (!/^-?\d+(\.\d+)?$/.test(amount)) throw new InexactAmountError(amount);
  const value = Number(amount);
  if (!isCarried(value, new Big(amount))) throw new InexactAmountError(amount);
  return value === 0 ? 0 : value;
}
