import { found } from "../../question";
import { causedEvents, namedEvents } from "../caused-events";
import type { FreshbooksQuestion } from "../probe";
import { makeClient, makeInvoice } from "../workbench";

/** Creating an invoice moves `updated` of its client; whether that is told is open. */
export const invoiceCreateEmitsClientUpdate: FreshbooksQuestion = {
  id: "invoice-create-emits-client-update",
  asks: "Does creating an invoice send client.update for its client?",
  facts: "§4, §13",
  needs: ["write", "public"],
  variants: {
    silent: {
      product: "The client is read when a link is missing or the sweep finds it changed.",
      sandbox: { invoiceCreateEmitsClientUpdate: false },
    },
    emits: {
      product: "The client is read once more; an unchanged one costs no write.",
      sandbox: { invoiceCreateEmitsClientUpdate: true },
    },
  },
  async run(probe) {
    const caused = await causedEvents(probe, {
      noun: "client",
      prepare: () => makeClient(probe),
      act: async (clientId) => {
        await makeInvoice(probe, { clientId });
      },
    });
    return found(caused.names.includes("client.update") ? "emits" : "silent", namedEvents(caused));
  },
};
