import { v3Status } from "../../freshbooks/invoice-status";
import { sumsOf } from "../../freshbooks/invoice-sums";
import type { Reading } from "../../freshbooks/reading";
import type { InvoiceRecord } from "../../freshbooks/records";

/** The state an invoice is shown in: its `v3_status`, unless it was archived or deleted. */
export function stateOf(reading: Reading, invoice: InvoiceRecord): string {
  if (invoice.visState !== 0) return invoice.visState === 1 ? "deleted" : "archived";
  const shown = invoice.shownAs?.["v3_status"];
  if (typeof shown === "string") return shown;
  const sums = sumsOf(reading.ledger, invoice, reading.switches.moneyDecimals);
  return v3Status(invoice, sums, reading.today, reading.switches);
}
