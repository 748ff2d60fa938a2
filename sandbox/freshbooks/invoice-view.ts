import Big from "big.js";

import { invoiceIncludes } from "./invoice-includes";
import { invoiceStatus } from "./invoice-status";
import { sumsOf } from "./invoice-sums";
import type { Money } from "./money";
import type { Reading } from "./reading";
import { recordUuid } from "./record-uuid";
import type { InvoiceRecord, InvoiceSums } from "./records";
import { easternStamp } from "./stamps";

function ids({ ledger }: Reading, invoice: InvoiceRecord): object {
  const client = ledger.clients.get(invoice.fields.customerid);
  return {
    id: invoice.id,
    invoiceid: invoice.id,
    uuid: recordUuid(invoice.accountId, "invoice", invoice.id),
    accountid: invoice.accountId,
    accounting_systemid: invoice.accountId,
    current_organization: client?.fields.organization ?? "",
    ownerid: 1,
    sentid: 1,
    estimateid: 0,
    basecampid: 0,
    parent: 0,
    ext_archive: invoice.isExtArchived ? 1 : 0,
  };
}

function snapshot({ snapshot: client }: InvoiceRecord): object {
  return {
    organization: client.organization,
    fname: client.fname,
    lname: client.lname,
    address: "",
    street: client.p_street,
    street2: client.p_street2,
    city: client.p_city,
    province: client.p_province,
    country: client.p_country,
    code: client.p_code,
    vat_name: client.vat_name ?? "",
    vat_number: client.vat_number ?? "",
    sender_address: { street: "", street2: "", city: "", province: "", country: "", code: "" },
  };
}

function sums({ switches }: Reading, invoice: InvoiceRecord, worked: InvoiceSums): object {
  const code = invoice.fields.currency_code;
  const money = (amount: string): Money => ({ amount, code });
  const isLong = switches.netPaidAmount === "long";
  return {
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

function times(invoice: InvoiceRecord): object {
  const updated = easternStamp(invoice.updatedMs);
  return {
    due_date: invoice.dueDate,
    created_at: easternStamp(invoice.createdMs),
    updated,
    version: `${updated}.${String(invoice.versionMicros).padStart(6, "0")}`,
    fulfillment_date: invoice.fulfillmentDate,
    generation_date: null,
  };
}

const UNUSED = {
  attach_pdf_to_email: false,
  description: "",
  gmail: false,
  last_order_status: null,
  lock_status: "unlocked",
  payment_details: "",
  return_uri: null,
  series: "",
  show_attachments: true,
  template: "clean-grouped",
};

/**
 * An invoice as the API shows it, with the key set of a recorded one (facts §5). `includes` are the keys of
 * `include[]`, such as `lines`; unknown ones add nothing.
 */
export function invoiceView(
  reading: Reading,
  invoice: InvoiceRecord,
  includes: readonly string[] = [],
): Record<string, unknown> {
  const worked = sumsOf(reading.ledger, invoice, reading.switches.moneyDecimals);
  return {
    ...UNUSED,
    ...ids(reading, invoice),
    ...snapshot(invoice),
    ...invoice.fields,
    ...sums(reading, invoice, worked),
    ...times(invoice),
    ...invoiceStatus(invoice, worked, reading.today, reading.switches),
    ...invoice.shownAs,
    vis_state: invoice.visState,
    ...invoiceIncludes(reading, invoice, includes),
  };
}
