import { found } from "../../question";
import { causedEvents, namedEvents } from "../caused-events";
import type { FreshbooksQuestion } from "../probe";
import { haveViewed } from "../viewing";
import { makeInvoice } from "../workbench";

/** No event is documented for a customer's look at an invoice. */
export const viewEmitsInvoiceUpdate: FreshbooksQuestion = {
  id: "view-emits-invoice-update",
  asks: "Does a customer's opening of an invoice send invoice.update?",
  facts: "§5.2, §13",
  needs: ["write", "public", "person"],
  variants: {
    silent: {
      product: "The sweep lists viewed invoices (run-sweep).",
      sandbox: { viewEmitsInvoiceUpdate: false },
    },
    emits: {
      product: "The callback is quicker than the sweep, which then finds nothing new.",
      sandbox: { viewEmitsInvoiceUpdate: true },
    },
  },
  async run(probe) {
    const caused = await causedEvents(probe, {
      noun: "invoice",
      prepare: () => makeInvoice(probe, { isSent: true }),
      act: (invoiceId) => haveViewed(probe, invoiceId),
    });
    return found(caused.names.includes("invoice.update") ? "emits" : "silent", namedEvents(caused));
  },
};
