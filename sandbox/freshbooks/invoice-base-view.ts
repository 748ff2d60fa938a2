import { recordUuid } from "./record-uuid";
import type { InvoiceRecord } from "./records";

const NO_ADDRESS = { street: "", street2: "", city: "", province: "", country: "", code: "" };

function snapshotView({ snapshot: client }: InvoiceRecord) {
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
    sender_address: NO_ADDRESS,
  };
}

/**
 * What an invoice shows of itself whatever the time and its payments. Here and in `invoiceView` each object spreads
 * one other at its head and names the rest: spreading several costs most of the time of a list of a hundred.
 */
export function invoiceBaseView(invoice: InvoiceRecord) {
  const { fields } = invoice;
  return {
    ...snapshotView(invoice),
    id: invoice.id,
    invoiceid: invoice.id,
    uuid: recordUuid(invoice.accountId, "invoice", invoice.id),
    accountid: invoice.accountId,
    accounting_systemid: invoice.accountId,
    ownerid: 1,
    sentid: 1,
    estimateid: 0,
    basecampid: 0,
    parent: 0,
    customerid: fields.customerid,
    create_date: fields.create_date,
    due_offset_days: fields.due_offset_days,
    currency_code: fields.currency_code,
    invoice_number: fields.invoice_number,
    language: fields.language,
    notes: fields.notes,
    terms: fields.terms,
    po_number: fields.po_number,
    discount_value: fields.discount_value,
    discount_description: fields.discount_description,
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
}
