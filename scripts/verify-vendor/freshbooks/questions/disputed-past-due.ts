import { makePastDue, shownStatus } from "../past-due";
import type { FreshbooksQuestion } from "../probe";
import { write } from "../workbench";

/** What `v3_status` says of an invoice that is disputed and past due. */
export const disputedPastDue: FreshbooksQuestion = {
  id: "disputed-past-due",
  asks: "Which v3_status has an invoice that is disputed and past due?",
  facts: "§14.8",
  needs: ["write"],
  variants: {
    disputed: {
      product: "The state is disputed.",
      sandbox: { disputedPastDue: "disputed" },
    },
    overdue: {
      product: "The state is disputed only if dispute_status says so; otherwise overdue.",
      sandbox: { disputedPastDue: "overdue" },
    },
  },
  async run(probe) {
    const id = await makePastDue(probe);
    await write(probe, "invoice", id, { status: 0 });
    return shownStatus(probe, id);
  },
};
