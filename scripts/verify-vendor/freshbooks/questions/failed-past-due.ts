import { pastDueInBooks } from "../past-due-in-books";
import type { FreshbooksQuestion } from "../probe";

/** What `v3_status` says of an invoice that automatic billing gave up and is past due. */
export const failedPastDue: FreshbooksQuestion = {
  id: "failed-past-due",
  asks: "Which v3_status has an invoice that automatic billing gave up and is past due?",
  facts: "§14.8",
  needs: [],
  variants: {
    failed: {
      product: "The state is failed.",
      sandbox: { failedPastDue: "failed" },
    },
    overdue: {
      product: "The state is failed all the same, by autobill_status.",
      sandbox: { failedPastDue: "overdue" },
    },
  },
  run: (probe) => pastDueInBooks(probe, { state: "failed", axis: "autobill_status" }),
};
