import { found, undecided } from "../../question";
import { list } from "../listing";
import type { FreshbooksQuestion } from "../probe";
import { daysAfter, dateIn } from "../workbench";

/** One app says that `updated_min` is not reliably honoured. */
export const updatedMin: FreshbooksQuestion = {
  id: "updated-min",
  asks: "Does the filter updated_min filter?",
  facts: "§5.4",
  needs: [],
  variants: {
    honoured: {
      product: "The sweep reads two days of changes, and compares versions.",
      sandbox: { updatedMinHonoured: true },
    },
    ignored: {
      product: "The sweep drops the rows that do not fit, with a warning; it costs more pages.",
      sandbox: { updatedMinHonoured: false },
    },
  },
  async run(probe) {
    const all = await list(probe, "invoices");
    if (all.ids.length === 0) return undecided("the account has no invoice to be left out");
    const later = daysAfter(dateIn("America/New_York", probe.context.time.nowMs()), 7);
    const some = await list(probe, "invoices", { "search[updated_min]": later });
    const evidence = `${all.ids.length} invoices on the first page, ${some.ids.length} with updated_min=${later}`;
    return found(some.ids.length === 0 ? "honoured" : "ignored", evidence);
  },
};
