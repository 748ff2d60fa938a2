import { switchesOf } from "./question";
import type { Finding, Question, Variant } from "./question";

/** What became of one question; free of secrets. */
export interface Outcome {
  readonly id: string;
  readonly asks: string;
  readonly facts: string;
  readonly variants: readonly string[];
  readonly result: "answered" | "undecided" | "failed";
  /** The variant that is true, when answered. */
  readonly variant?: string;
  /** Why not, otherwise. */
  readonly reason?: string;
  readonly evidence: readonly string[];
  /** What the product does in this case. */
  readonly product?: string;
  /** The sandbox's switches that settle it, and how to set them where the answer is known. */
  readonly switches: readonly string[];
  readonly sandbox?: Readonly<Record<string, unknown>>;
}

type About = Pick<Question<never>, "id" | "asks" | "facts" | "variants">;

function answered(variant: string, known: Variant | undefined): Partial<Outcome> {
  if (known === undefined) return { result: "failed", reason: `"${variant}" is none of the variants` };
  const sandbox = known.sandbox === undefined ? {} : { sandbox: known.sandbox };
  return { result: "answered", variant, product: known.product, ...sandbox };
}

/** The outcome of a question that was asked, its lines passed through `hide`. */
export function outcomeOf(question: About, finding: Finding, hide: (text: string) => string): Outcome {
  const evidence = finding.evidence.map(hide);
  const said =
    "variant" in finding
      ? answered(finding.variant, question.variants[finding.variant])
      : { reason: hide(finding.undecided) };
  return { ...base(question, "undecided"), ...said, evidence };
}

/** The outcome of a question that broke. */
export function failureOf(question: About, error: unknown, hide: (text: string) => string): Outcome {
  const reason = hide(error instanceof Error ? error.message : String(error));
  return { ...base(question, "failed"), reason };
}

function base(question: About, result: Outcome["result"]): Outcome {
  const { id, asks, facts } = question;
  return {
    id,
    asks,
    facts,
    variants: Object.keys(question.variants),
    result,
    evidence: [],
    switches: switchesOf(question),
  };
}
