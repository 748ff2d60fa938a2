import { found, undecided } from "../../question";
import { list } from "../listing";
import type { FreshbooksQuestion } from "../probe";

const PAGE = 100;

/** Once 16 rows were counted and none given. */
export const extraInTotal: FreshbooksQuestion = {
  id: "extra-in-total",
  asks: "Does total count rows that are never given?",
  facts: "§8",
  needs: [],
  variants: {
    exact: {
      product: "Lists end with the last page or an empty one; total is not read.",
      sandbox: { extraInTotal: 0 },
    },
    "counts more": {
      product: "Lists end with the last page or an empty one; total is not read.",
      sandbox: { extraInTotal: 16 },
    },
  },
  async run(probe) {
    const { ids, total } = await list(probe, "clients");
    if (total === undefined) return undecided("the list tells no total");
    if (ids.length === PAGE) return undecided("the account has more clients than one page holds");
    const evidence = `${ids.length} clients given, total ${total}`;
    return found(total > ids.length ? "counts more" : "exact", evidence);
  },
};
