import { found, undecided } from "../../question";
import { list } from "../listing";
import type { FreshbooksQuestion } from "../probe";
import { makeInvoice } from "../workbench";

const DAY = "2020-02-20";

/** Whether a list up to a date holds what is dated on it. */
export const dateMax: FreshbooksQuestion = {
  id: "date-max",
  asks: "Does the filter date_max take in the day it names?",
  facts: "§14.8",
  needs: ["write"],
  variants: {
    inclusive: {
      product: "Nothing yet: no list is asked for by date.",
      sandbox: { dateMaxInclusive: true },
    },
    exclusive: {
      product: "Nothing yet: no list is asked for by date.",
      sandbox: { dateMaxInclusive: false },
    },
  },
  async run(probe) {
    const id = await makeInvoice(probe, { createDate: DAY });
    const from = { "search[date_min]": DAY };
    const open = await list(probe, "invoices", from);
    if (!open.ids.includes(id)) return undecided(`an invoice of ${DAY} is not listed from that day on`);
    const closed = await list(probe, "invoices", { ...from, "search[date_max]": DAY });
    const isIn = closed.ids.includes(id);
    const evidence = `an invoice of ${DAY} is ${isIn ? "" : "not "}listed from ${DAY} to ${DAY}`;
    return found(isIn ? "inclusive" : "exclusive", evidence);
  },
};
