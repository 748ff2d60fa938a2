import type {
  Money,
  SourceClient,
  SourceCreditNote,
  SourceInvoice,
  SourcePayment,
} from "../../domain/source";
import type { WireClient, WireCreditNote, WireInvoice, WireMoney, WirePayment } from "./schemas";

/** A wire sum with its currency; `fallback` serves the sums that carry none of their own. */
function toMoney(wire: WireMoney, fallback: string): Money {
  return { amount: wire.amount, currency: wire.code?.trim() || fallback };
}

/** A parsed client as the product knows it. */
export function toClient(wire: WireClient): SourceClient {
  return {
    id: wire.id,
    organization: wire.organization,
    firstName: wire.fname,
    lastName: wire.lname,
    email: wire.email,
    businessPhone: wire.bus_phone,
    mobilePhone: wire.mob_phone,
    vatNumber: wire.vat_number,
    note: wire.note,
    language: wire.language,
    currency: wire.currency_code,
    address: {
      street: wire.p_street,
      street2: wire.p_street2,
      city: wire.p_city,
      province: wire.p_province,
      country: wire.p_country,
      code: wire.p_code,
    },
    visibility: wire.vis_state,
    version: wire.updated,
  };
}

function clientNameOf(wire: WireInvoice): string {
  const person = `${wire.fname} ${wire.lname}`;
  const names = [wire.current_organization, wire.organization, person].map((name) => name.trim());
  return names.find((name) => name !== "") ?? "";
}

/** A parsed invoice as the product knows it. */
export function toInvoice(wire: WireInvoice): SourceInvoice {
  const currency = wire.currency_code;
  return {
    id: wire.id,
    number: wire.invoice_number,
    clientId: wire.customerid,
    clientName: clientNameOf(wire),
    currency,
    amount: toMoney(wire.amount, currency),
    outstanding: toMoney(wire.outstanding, currency),
    paid: toMoney(wire.paid, currency),
    createDate: wire.create_date,
    dueDate: wire.due_date,
    datePaid: wire.date_paid,
    description: wire.description,
    poNumber: wire.po_number,
    axes: {
      status: wire.status,
      displayStatus: wire.display_status,
      paymentStatus: wire.payment_status,
      v3Status: wire.v3_status,
      depositStatus: wire.deposit_status,
      autobillStatus: wire.autobill_status,
      disputeStatus: wire.dispute_status,
      visibility: wire.vis_state,
    },
    version: wire.version || wire.updated,
  };
}

/** A parsed payment; `invoiceId` is `""` for money that belongs to no invoice. */
export function toPayment(wire: WirePayment): SourcePayment {
  return {
    id: wire.id,
    invoiceId: wire.invoiceid ?? "",
    clientId: wire.clientid ?? "",
    amount: toMoney(wire.amount, ""),
    date: wire.date,
    visibility: wire.vis_state,
  };
}

/** A parsed credit note; `requestedId` serves the answers that carry no id of their own. */
export function toCreditNote(wire: WireCreditNote, requestedId: string): SourceCreditNote {
  return { id: wire.id ?? wire.creditid ?? requestedId, clientId: wire.clientid, visibility: wire.vis_state };
}
