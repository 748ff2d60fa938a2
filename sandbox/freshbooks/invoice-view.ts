import type Big from "big.js";

import { dateInZone } from "../lib/zone-time";
import { IDENTITIES, findBusiness } from "./businesses";
import { dueDate, invoiceStatus } from "./invoice-status";
import type { InvoiceStatus } from "./invoice-status";
import { invoiceTotals, lineAmount } from "./invoice-totals";
import type { InvoiceTotals } from "./invoice-totals";
import type { InvoiceLine, InvoiceRecord } from "./records";
import { easternStamp } from "./stamps";
import type { FreshBooksWorld } from "./world";

interface Money {
  readonly amount: string;
  readonly code: string;
}

function money(amount: Big, code: string): Money {
  return { amount: amount.toFixed(2), code };
}

function timeZoneOf(accountId: string): string {
  const business = IDENTITIES.map((identity) => findBusiness(identity, accountId)).find(Boolean);
  return business?.timeZone ?? "America/New_York";
}

/** The computed status axes of an invoice, now. */
export function statusOf(world: FreshBooksWorld, invoice: InvoiceRecord): InvoiceStatus {
  const today = dateInZone(world.clock.nowMs(), timeZoneOf(invoice.accountId));
  const { partialPastDue } = world.switches;
  return invoiceStatus(invoice, invoiceTotals(invoice, world.payments), { today, partialPastDue });
}

function lineView(line: InvoiceLine, invoice: InvoiceRecord): object {
  const code = invoice.fields.currency_code;
  return {
    ...line,
    invoiceid: invoice.id,
    unit_cost: { amount: line.unit_cost.amount, code },
    amount: money(lineAmount(line), code),
    taxNumber1: null,
    taxNumber2: null,
    compounded_tax: false,
    expenseid: 0,
    retainer_id: null,
    modern_project_id: null,
    date: null,
    updated: easternStamp(invoice.updatedMs),
  };
}

function ids(world: FreshBooksWorld, invoice: InvoiceRecord): object {
  const client = world.clients.get(invoice.fields.customerid);
  return {
    id: invoice.id,
    invoiceid: invoice.id,
    uuid: invoice.uuid,
    accountid: invoice.accountId,
    accounting_systemid: invoice.accountId,
    current_organization: client?.fields.organization ?? "",
    ownerid: 1,
    sentid: 1,
    estimateid: 0,
    basecampid: 0,
    parent: 0,
    ext_archive: 0,
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

function sums(invoice: InvoiceRecord, totals: InvoiceTotals): object {
  const code = invoice.fields.currency_code;
  return {
    amount: money(totals.amount, code),
    outstanding: money(totals.outstanding, code),
    paid: money(totals.paid, code),
    net_paid_amount: money(totals.paid, code),
    discount_total: money(totals.discount, code),
    discount: { amount: money(totals.discount, code), rate: invoice.fields.discount_value, type: "percent" },
    date_paid: totals.datePaid,
  };
}

function times(invoice: InvoiceRecord): object {
  const updated = easternStamp(invoice.updatedMs);
  return {
    due_date: dueDate(invoice),
    created_at: easternStamp(invoice.createdMs),
    updated,
    version: `${updated}.${String(invoice.versionMicros).padStart(6, "0")}`,
    fulfillment_date: invoice.fulfillmentDate,
    generation_date: null,
  };
}

const UNUSED = {
  attach_pdf_to_email: false,
  auto_bill: false,
  autobill_status: null,
  deposit_amount: null,
  deposit_percentage: null,
  deposit_status: "none",
  description: "",
  dispute_status: null,
  gmail: false,
  last_order_status: null,
  lock_status: "unlocked",
  payment_details: "",
  return_uri: null,
  series: "",
  show_attachments: true,
  template: "clean-grouped",
};

/** An invoice as the API shows it, with the key set of a recorded one (facts §5); lines only when asked for. */
export function invoiceView(
  world: FreshBooksWorld,
  invoice: InvoiceRecord,
  withLines = false,
): Record<string, unknown> {
  const lines = withLines ? { lines: invoice.lines.map((line) => lineView(line, invoice)) } : {};
  return {
    ...UNUSED,
    ...ids(world, invoice),
    ...snapshot(invoice),
    ...invoice.fields,
    ...sums(invoice, invoiceTotals(invoice, world.payments)),
    ...times(invoice),
    ...statusOf(world, invoice),
    vis_state: invoice.visState,
    ...lines,
  };
}
