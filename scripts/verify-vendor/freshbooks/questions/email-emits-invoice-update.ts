import { found } from "../../question";
import { causedEvents, namedEvents } from "../caused-events";
import type { FreshbooksQuestion } from "../probe";
import { mailInvoice, makeInvoice } from "../workbench";

/** Whether sending an invoice by mail is told as a change of it. */
export const emailEmitsInvoiceUpdate: FreshbooksQuestion = {
  id: "email-emits-invoice-update",
  asks: "Does sending an invoice by mail send invoice.update?",
  facts: "§13",
  needs: ["write", "public", "mail"],
  variants: {
    emits: {
      product: "The callback marks the invoice.",
      sandbox: { emailEmitsInvoiceUpdate: true },
    },
    silent: {
      product: "The invoice is found by invoice.sendByEmail or by the sweep.",
      sandbox: { emailEmitsInvoiceUpdate: false },
    },
  },
  async run(probe) {
    const caused = await causedEvents(probe, {
      noun: "invoice",
      prepare: () => makeInvoice(probe),
      act: (invoiceId) => mailInvoice(probe, invoiceId),
    });
    return found(caused.names.includes("invoice.update") ? "emits" : "silent", namedEvents(caused));
  },
};
