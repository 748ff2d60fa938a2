import { describe } from "../../probe/reply";
import { found } from "../../question";
import type { FreshbooksQuestion } from "../probe";
import { makeInvoice, tryWrite } from "../workbench";

/** `due_date` is refused for certain; what of the other computed fields is open. */
export const readOnlyFields: FreshbooksQuestion = {
  id: "read-only-fields",
  asks: "Is a written computed field, such as outstanding, refused or ignored?",
  facts: "§5.3, §14.7",
  needs: ["write"],
  variants: {
    refused: {
      product: "Nothing: invoices are never written.",
      sandbox: { readOnlyFields: "refused" },
    },
    ignored: {
      product: "Nothing: invoices are never written.",
      sandbox: { readOnlyFields: "ignored" },
    },
  },
  async run(probe) {
    const id = await makeInvoice(probe);
    const reply = await tryWrite(probe, "invoice", id, { outstanding: { amount: "1.00" } });
    const isIgnored = reply.status < 300 && !reply.text.includes('"errors"');
    return found(isIgnored ? "ignored" : "refused", describe(reply));
  },
};
