/** The company this stand-in keeps. */
export const COMPANY = {
  id: 12345678,
  name: "Acme",
  domain: "acme-sandbox",
  country: "DE",
  industry: "IT",
} as const;

/** A person who signs in to the company. */
export interface User {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly isAdmin: boolean;
  readonly defaultCurrency: string;
  readonly apiToken: string;
  isActive: boolean;
}

type Person = Omit<User, "apiToken" | "isActive">;

const PEOPLE: readonly Person[] = [
  { id: 987654, name: "Ada K", email: "ada@acme.example", isAdmin: true, defaultCurrency: "EUR" },
  { id: 987655, name: "Grace Hall", email: "grace@acme.example", isAdmin: false, defaultCurrency: "EUR" },
];

/** The company's users, each with an API token of their own. */
export function seedUsers(apiToken: () => string): Map<number, User> {
  return new Map(PEOPLE.map((person) => [person.id, { ...person, apiToken: apiToken(), isActive: true }]));
}

export interface Currency {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly decimal_points: number;
  readonly symbol: string;
  readonly active_flag: boolean;
  readonly is_custom_flag: boolean;
}

const CURRENCY_ROWS: readonly (readonly [code: string, name: string, decimals: number, symbol: string])[] = [
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

export const CURRENCIES: readonly Currency[] = CURRENCY_ROWS.map(
  ([code, name, decimal_points, symbol], index) => ({
    id: index + 1,
    code,
    name,
    decimal_points,
    symbol,
    active_flag: true,
    is_custom_flag: false,
  }),
);
