import type { InvoiceState } from "@/server/contracts/invoice-state-words";
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

function movement(stageName: string | null): string {
  return stageName === null
    ? "its deal stays in its stage"
    : `its deal goes to ${stageName}, unless someone has moved it further`;
}

function ending({ status, lostReason }: StateRuleDto): string {
  if (status === null) return "";
  const reason = status === "lost" && lostReason !== null && lostReason !== "" ? ` (“${lostReason}”)` : "";
  return `, and ${statusWords[status]}${reason}`;
}

/** A state's rule in words: "When an invoice is sent, its deal goes to Proposal made, unless …, and is open." */
export function ruleSentence(state: InvoiceState, rule: StateRuleDto, stageName: string | null): string {
  return `When an invoice ${conditions[state]}, ${movement(stageName)}${ending(rule)}.`;
}
