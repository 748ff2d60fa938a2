import { makePastDue, shownStatus } from "../past-due";
import type { FreshbooksQuestion } from "../probe";
import { write } from "../workbench";

/** What `v3_status` says of an invoice that the customer saw and that is past due. */
export const viewedPastDue: FreshbooksQuestion = {
  id: "viewed-past-due",
  asks: "Which v3_status has an invoice that was viewed and is past due?",
  facts: "§5.1",
  needs: ["write"],
  variants: {
    overdue: {
      product: "The state is overdue, as our own rule has it.",
      sandbox: { viewedPastDue: "overdue" },
    },
    viewed: {
      product: "The state is overdue all the same, by due date and outstanding sum.",
      sandbox: { viewedPastDue: "viewed" },
    },
  },
  async run(probe) {
    const id = await makePastDue(probe);
    await write(probe, "invoice", id, { status: 3 });
    return shownStatus(probe, id);
  },
};
