import { makePastDue, shownStatus } from "../past-due";
import type { FreshbooksQuestion } from "../probe";
import { pay } from "../workbench";

/** What `v3_status` says of an invoice that is partly paid and past due. */
export const partialPastDue: FreshbooksQuestion = {
  id: "partial-past-due",
  asks: "Which v3_status has an invoice that is partly paid and past due?",
  facts: "§5.1, §12, §13",
  needs: ["write"],
  variants: {
    partial: {
      product: "Overdue is derived from the due date; the state is partial, with the flag overdue.",
      sandbox: { partialPastDue: "partial" },
    },
    overdue: {
      product: "The state is partial all the same, by payment_status and the sums.",
      sandbox: { partialPastDue: "overdue" },
    },
  },
  async run(probe) {
    const id = await makePastDue(probe);
    await pay(probe, id, "40.00");
    return shownStatus(probe, id);
  },
};
