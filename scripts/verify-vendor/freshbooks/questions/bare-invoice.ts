import { found } from "../../question";
import { causedEvents, namedEvents } from "../caused-events";
import type { FreshbooksQuestion } from "../probe";
import { mailInvoice, makeInvoice } from "../workbench";

/** Whether a callback on the bare noun hears of mails. */
export const bareInvoice: FreshbooksQuestion = {
  id: "bare-invoice",
  asks: "Does a callback on invoice also get invoice.sendByEmail?",
  facts: "§14.8",
  needs: ["write", "public", "mail"],
  variants: {
    included: {
      product: "Every verb of invoice marks the invoice; this one too.",
      sandbox: { bareInvoiceIncludesSendByEmail: true },
    },
    "left out": {
      product: "The sending is found by invoice.update or by the sweep.",
      sandbox: { bareInvoiceIncludesSendByEmail: false },
    },
  },
  async run(probe) {
    const caused = await causedEvents(probe, {
      noun: "invoice",
      prepare: () => makeInvoice(probe),
      act: (invoiceId) => mailInvoice(probe, invoiceId),
    });
    const isIn = caused.names.includes("invoice.sendByEmail");
    return found(isIn ? "included" : "left out", namedEvents(caused));
  },
};
