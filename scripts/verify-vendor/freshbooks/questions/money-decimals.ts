import { needText } from "../../probe/reply";
import { found } from "../../question";
import type { FreshbooksQuestion } from "../probe";
import { makeInvoice, read } from "../workbench";

/** How many decimals a sum has in a currency without any. */
export const moneyDecimals: FreshbooksQuestion = {
  id: "money-decimals",
  asks: "With how many decimals is a sum in Japanese yen written?",
  facts: "§14.8",
  needs: ["write"],
  variants: {
    two: {
      product: "Sums are kept as decimal text, and compared as numbers.",
      sandbox: { moneyDecimals: "two" },
    },
    own: {
      product: "Sums are kept as decimal text, and compared as numbers.",
      sandbox: { moneyDecimals: "own" },
    },
  },
  async run(probe) {
    const id = await makeInvoice(probe, { currency: "JPY", amount: "1500" });
    const amount = needText(await read(probe, "invoice", id), "response.result.invoice.amount.amount");
    return found(amount.includes(".") ? "two" : "own", `an invoice of 1500 yen shows the amount ${amount}`);
  },
};
