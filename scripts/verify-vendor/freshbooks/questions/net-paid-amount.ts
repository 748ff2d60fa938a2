import { needText } from "../../probe/reply";
import { found } from "../../question";
import type { FreshbooksQuestion } from "../probe";
import { makeInvoice, pay, read } from "../workbench";

const FEW_DECIMALS = 4;

/** One old recording had 26 digits in `net_paid_amount`. */
export const netPaidAmount: FreshbooksQuestion = {
  id: "net-paid-amount",
  asks: "Is net_paid_amount written with a currency's decimals or with many more?",
  facts: "§5",
  needs: ["write"],
  variants: {
    plain: {
      product: "Sums are kept as decimal text, never as a binary fraction.",
      sandbox: { netPaidAmount: "plain" },
    },
    long: {
      product: "Sums are kept as decimal text, so that no digit is lost.",
      sandbox: { netPaidAmount: "long" },
    },
  },
  async run(probe) {
    const id = await makeInvoice(probe, { isSent: true });
    await pay(probe, id, "33.33");
    const invoice = await read(probe, "invoice", id);
    const amount = needText(invoice, "response.result.invoice.net_paid_amount.amount");
    const decimals = amount.split(".")[1]?.length ?? 0;
    return found(decimals > FEW_DECIMALS ? "long" : "plain", `after a payment of 33.33: ${amount}`);
  },
};
