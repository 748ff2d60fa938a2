import Big from "big.js";

import { invoiceBaseView } from "./invoice-base-view";
import { invoiceIncludes } from "./invoice-includes";
import { invoiceStatus } from "./invoice-status";
import { sumsOf } from "./invoice-sums";
import type { Money } from "./money";
import type { Reading } from "./reading";
import type { InvoiceRecord, InvoiceSums } from "./records";
import { easternStamp } from "./stamps";

function sumsView({ switches }: Reading, invoice: InvoiceRecord, worked: InvoiceSums) {
  const code = invoice.fields.currency_code;
  const money = (amount: string): Money => ({ amount, code });
  const isLong = switches.netPaidAmount === "long";
  return {
    ...invoiceBaseView(invoice),
    amount: money(worked.amount),
    outstanding: money(worked.outstanding),
    paid: money(worked.paid),
    net_paid_amount: money(isLong ? new Big(worked.paid).toFixed(26) : worked.paid),
    discount_total: money(worked.discount),
    discount: { amount: money(worked.discount), rate: invoice.fields.discount_value, type: "percent" },
    date_paid: worked.datePaid,
    deposit_amount: invoice.fate.deposit === null ? null : money(invoice.fate.deposit),
    deposit_percentage: null,
    auto_bill: invoice.fate.isAutoBilled,
  };
}

function wholeView(reading: Reading, invoice: InvoiceRecord): Record<string, unknown> {
  const worked = sumsOf(reading.ledger, invoice, reading.switches.moneyDecimals);
  const status = invoiceStatus(invoice, worked, reading.today, reading.switches);
  const updated = easternStamp(invoice.updatedMs);
  const client = reading.ledger.clients.get(invoice.fields.customerid);
  return {
    ...sumsView(reading, invoice, worked),
    current_organization: client?.fields.organization ?? "",
    status: status.status,
    display_status: status.display_status,
    payment_status: status.payment_status,
    v3_status: status.v3_status,
    deposit_status: status.deposit_status,
    autobill_status: status.autobill_status,
    dispute_status: status.dispute_status,
    due_date: invoice.dueDate,
    created_at: easternStamp(invoice.createdMs),
    updated,
    version: `${updated}.${String(invoice.versionMicros).padStart(6, "0")}`,
    fulfillment_date: invoice.fulfillmentDate,
    generation_date: null,
    ext_archive: invoice.isExtArchived ? 1 : 0,
    vis_state: invoice.visState,
  };
}

/**
 * An invoice as the API shows it, with the key set of a recorded one (facts §5). `includes` are the keys of
 * `include[]`, such as `lines`; unknown ones add nothing.
 */
export function invoiceView(
  reading: Reading,
  invoice: InvoiceRecord,
  includes: readonly string[] = [],
): Record<string, unknown> {
  const view = wholeView(reading, invoice);
  if (invoice.shownAs === null && includes.length === 0) return view;
  return Object.assign(view, invoice.shownAs, invoiceIncludes(reading, invoice, includes));
}
