import { planInvoiceRun } from "../../use-cases/sync/plan-invoice-run";
import { defineObjectSync } from "../define-object-sync";
import { invoiceChanged } from "../events";

/** Brings one invoice's deal up to date. */
export const syncInvoice = defineObjectSync({
  id: "sync-invoice",
  kind: "invoice",
  trigger: invoiceChanged,
  plan: planInvoiceRun,
});
