import { invoiceStates, type InvoiceState } from "@/server/contracts/invoice-state-words";
import type { MappingRulesDto } from "@/server/contracts/onboarding";
import type { StateRuleDto } from "./edit-rules";

const conditions = {
  draft: "is a draft",
  sent: "is sent",
  viewed: "has been viewed",
  partial: "is partly paid",
  overdue: "falls overdue",
  paid: "is paid",
  autopaid: "is paid automatically",
  retrying: "is being charged again",
  failed: "could not be charged",
  disputed: "is disputed",
  declined: "is declined",
  archived: "is archived",
  deleted: "is deleted",
} as const satisfies Record<InvoiceState, string>;

const statusWords = { open: "is open", won: "is won", lost: "is lost" } as const;

/** States that share one rule, in the order of an invoice's life. */
export type RuleGroup = { states: InvoiceState[]; rule: StateRuleDto };

function isSame(a: StateRuleDto, b: StateRuleDto): boolean {
  return a.stageId === b.stageId && a.status === b.status && a.lostReason === b.lostReason;
}

/** The rules with those that say the same brought together. */
export function groupRules(rules: MappingRulesDto["states"]): RuleGroup[] {
  const groups: RuleGroup[] = [];
  for (const state of invoiceStates) {
    const group = groups.find(({ rule }) => isSame(rule, rules[state]));
    if (group) group.states.push(state);
    else groups.push({ states: [state], rule: rules[state] });
  }
  return groups;
}

function consequence({ status, lostReason }: StateRuleDto, stageName: string | null): string {
  if (stageName === null && status === null) return "its deal is left as it is";
  const move = stageName === null ? "its deal stays in its stage" : `its deal goes to ${stageName}`;
  if (status === null) return move;
  const reason = status === "lost" && lostReason !== null && lostReason !== "" ? ` (“${lostReason}”)` : "";
  return `${move} and ${statusWords[status]}${reason}`;
}

/** A rule in words: "When an invoice falls overdue or is disputed, its deal goes to Payment due and is open." */
export function ruleSentence({ states, rule }: RuleGroup, stageName: string | null): string {
  const list = new Intl.ListFormat("en-GB", { type: "disjunction" });
  const condition = list.format(states.map((state) => conditions[state]));
  return `When an invoice ${condition}, ${consequence(rule, stageName)}.`;
}
