import { found } from "../../question";
import { causedEvents, namedEvents } from "../caused-events";
import type { FreshbooksQuestion } from "../probe";
import { makeInvoice, pay } from "../workbench";

/** Whether `invoice.update` comes beside `payment.create`. */
export const paymentEmitsInvoiceUpdate: FreshbooksQuestion = {
  id: "payment-emits-invoice-update",
  asks: "Does a payment also send invoice.update?",
  facts: "§6, §13",
  needs: ["write", "public"],
  variants: {
    silent: {
      product: "The payment's own callback leads to the invoice (resolve-payment).",
      sandbox: { paymentEmitsInvoiceUpdate: false },
    },
    emits: {
      product: "Both callbacks mark the same invoice; it is read once.",
      sandbox: { paymentEmitsInvoiceUpdate: true },
    },
  },
  async run(probe) {
    const caused = await causedEvents(probe, {
      noun: "invoice",
      prepare: () => makeInvoice(probe, { isSent: true }),
      act: async (invoiceId) => {
        await pay(probe, invoiceId, "40.00");
      },
    });
    return found(caused.names.includes("invoice.update") ? "emits" : "silent", namedEvents(caused));
  },
};
