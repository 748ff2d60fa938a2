/** What a question asks of whoever runs it, beside credentials that can read. */
export type Need =
  "write" | "app" | "refresh-token" | "public" | "person" | "overnight" | "mail" | "second-account";

/** One of the ways the vendor may behave. */
export interface Variant {
  /** What the product does when it is so. */
  readonly product: string;
  /** Switches of the sandbox that make its stand-in behave so; absent where it has none for it. */
  readonly sandbox?: Readonly<Record<string, unknown>>;
}

/** What was found: one of the variants, or why that cannot be told; the evidence either way, in plain lines. */
export type Finding =
  | { readonly variant: string; readonly evidence: readonly string[] }
  | { readonly undecided: string; readonly evidence: readonly string[] };

/** One open point of a fact sheet, and how to settle it at the service itself. */
export interface Question<Probe> {
  /** Also the name of its file. */
  readonly id: string;
  readonly asks: string;
  /** Where the fact sheet leaves it open, such as "§12.1". */
  readonly facts: string;
  readonly needs: readonly Need[];
  readonly variants: Readonly<Record<string, Variant>>;
  run(probe: Probe): Promise<Finding>;
}

/** The variant that is true. */
export function found(variant: string, ...evidence: string[]): Finding {
  return { variant, evidence };
}

/** Not to be told, with the reason. */
export function undecided(reason: string, ...evidence: string[]): Finding {
  return { undecided: reason, evidence };
}

/** The sandbox's switches that a question can set right. */
export function switchesOf(question: Pick<Question<never>, "variants">): string[] {
  return [
    ...new Set(Object.values(question.variants).flatMap((variant) => Object.keys(variant.sandbox ?? {}))),
  ];
}
