import { pastDueInBooks } from "../past-due-in-books";
import type { FreshbooksQuestion } from "../probe";

/** What `v3_status` says of an invoice that automatic billing tries again and is past due. */
export const retryPastDue: FreshbooksQuestion = {
  id: "retry-past-due",
  asks: "Which v3_status has an invoice that automatic billing tries again and is past due?",
  facts: "§14.8",
  needs: [],
  variants: {
    retry: {
      product: "The state is retrying.",
      sandbox: { retryPastDue: "retry" },
    },
    overdue: {
      product: "The state is retrying all the same, by autobill_status.",
      sandbox: { retryPastDue: "overdue" },
    },
  },
  run: (probe) => pastDueInBooks(probe, { state: "retry", axis: "autobill_status" }),
};
