import { pastDueInBooks } from "../past-due-in-books";
import type { FreshbooksQuestion } from "../probe";

/** What `v3_status` says of an invoice that was disputed and resolved and is past due. */
export const resolvedPastDue: FreshbooksQuestion = {
  id: "resolved-past-due",
  asks: "Which v3_status has an invoice that was disputed and resolved and is past due?",
  facts: "§14.8",
  needs: [],
  variants: {
    resolved: {
      product: "The state is overdue all the same, by due date and outstanding sum.",
      sandbox: { resolvedPastDue: "resolved" },
    },
    overdue: {
      product: "The state is overdue, as our own rule has it.",
      sandbox: { resolvedPastDue: "overdue" },
    },
  },
  run: (probe) => pastDueInBooks(probe, { state: "resolved", axis: "dispute_status" }),
};
