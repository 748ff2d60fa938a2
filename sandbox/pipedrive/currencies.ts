import { z } from "zod";

/** A currency under the API's own names (facts §2). */
export interface Currency {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly decimal_points: number;
  readonly symbol: string;
  readonly active_flag: boolean;
  readonly is_custom_flag: boolean;
}

const ROWS: readonly (readonly [code: string, name: string, decimals: number, symbol: string])[] = [
  ["EUR", "Euro", 2, "€"],
  ["USD", "US Dollar", 2, "$"],
  ["GBP", "British Pound Sterling", 2, "£"],
  ["CAD", "Canadian Dollar", 2, "CA$"],
  ["AUD", "Australian Dollar", 2, "A$"],
  ["CHF", "Swiss Franc", 2, "CHF"],
  ["SEK", "Swedish Krona", 2, "kr"],
  ["KES", "Kenyan Shilling", 2, "Ksh"],
  ["JPY", "Japanese Yen", 0, "¥"],
  ["KWD", "Kuwaiti Dinar", 3, "KD"],
];

/** The currencies a new company knows, by code. */
export function seedCurrencies(): Map<string, Currency> {
  return new Map(
    ROWS.map(([code, name, decimal_points, symbol], index) => [
      code,
      { id: index + 1, code, name, decimal_points, symbol, active_flag: true, is_custom_flag: false },
    ]),
  );
}

/** What the control API takes: a currency of the company's own, or one to switch on or off. */
export const currencyInputSchema = z.strictObject({
  code: z.string().regex(/^[A-Z]{3}$/, "must be three capitals"),
  name: z.string().min(1).optional(),
  decimalPoints: z.int().min(0).max(8).default(2),
  symbol: z.string().min(1).optional(),
  isActive: z.boolean().default(true),
});

export type CurrencyInput = z.input<typeof currencyInputSchema>;

/** Adds a custom currency, or switches a known one on or off. */
export function setCurrency(
  currencies: Map<string, Currency>,
  { code, name, decimalPoints, symbol, isActive }: z.output<typeof currencyInputSchema>,
): Currency {
  const known = currencies.get(code);
  const made = {
    id: currencies.size + 1,
    code,
    name: name ?? code,
    decimal_points: decimalPoints,
    symbol: symbol ?? code,
    is_custom_flag: true,
  };
  const currency = { ...(known ?? made), active_flag: isActive };
  currencies.set(code, currency);
  return currency;
}
