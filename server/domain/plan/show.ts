import type { RemoteValue } from "../remote";
import { writeAmount } from "../money";
import { showPlain } from "./desired";

function property(value: RemoteValue, key: string): RemoteValue | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const entry = Object.entries(value).find(([name]) => name === key);
  return entry?.[1];
}

/** An amount with the decimals its currency is written with: `1500` EUR → `1500.00`. */
export function showAmount(currency: string): (value: RemoteValue) => string | null {
  return (value) => (typeof value === "number" ? writeAmount(value, currency) : showPlain(value));
}

/** `{ value: 99.9, currency: "EUR" }` → `99.90 EUR`. */
export function showMonetary(value: RemoteValue): string | null {
  const amount = property(value, "value");
  const currency = property(value, "currency");
  if (typeof amount !== "number") return null;
  return typeof currency === "string" ? `${writeAmount(amount, currency)} ${currency}` : String(amount);
}

/** An address object → its one line. */
export function showAddress(value: RemoteValue): string | null {
  const line = property(value, "value");
  return typeof line === "string" ? line : showPlain(value);
}

/** An id → the name it stands for, else the id. */
export function showNamed(names: Readonly<Record<string, string>>): (value: RemoteValue) => string | null {
  return (value) => {
    const text = showPlain(value);
    return text === null ? null : (names[text] ?? text);
  };
}
