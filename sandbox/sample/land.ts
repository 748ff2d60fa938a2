/** A country of clients: how people, firms and places are called there, and what they pay in. */
export interface Land {
  /** In English, as FreshBooks keeps it. */
  readonly country: string;
  /** How many of a hundred clients are from here, about. */
  readonly share: number;
  /** Currencies they are billed in, the usual one first. */
  readonly currencies: readonly string[];
  readonly language: string;
  readonly tax?: { readonly name: string; readonly percents: readonly string[] };
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** `{f}` is a family name, `{w}` one of `words`, `{c}` a city. */
  readonly firms: readonly string[];
  readonly words: readonly string[];
  readonly streets: readonly string[];
  /** City, province ("" where none is written), postcode. */
  readonly cities: readonly (readonly [city: string, province: string, code: string])[];
  /** What is done for them, in their language. */
  readonly services: readonly string[];
}
