/** A currency under the API's own names (facts §2). */
export interface Currency {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly decimal_points: number;
  readonly symbol: string;
  active_flag: boolean;
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
