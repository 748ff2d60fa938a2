import type { Skip, SkipCode } from "./types";

type Verdict = "in_step" | "excluded" | "failing";

/** What each kind of skip means for the record. */
const verdicts = {
  unchanged: "in_step",
  address_emptied: "in_step",
  deleted_before_sync: "excluded",
  gone_in_pipedrive: "excluded",
  client_missing: "failing",
  unknown_in_freshbooks: "excluded",
  amount_too_precise: "failing",
} as const satisfies Record<SkipCode, Verdict>;

const severity = { in_step: 0, excluded: 1, failing: 2 } as const satisfies Record<Verdict, number>;

/** How a record stands once its plan was carried out: the gravest skip decides, and gives the reason. */
export function verdictOf(skips: readonly Skip[]): { health: Verdict; skip: Skip | null } {
  const graver = skips
    .filter(({ code }) => verdicts[code] !== "in_step")
    .toSorted((left, right) => severity[verdicts[right.code]] - severity[verdicts[left.code]])[0];
  return graver ? { health: verdicts[graver.code], skip: graver } : { health: "in_step", skip: null };
}
