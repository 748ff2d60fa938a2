import { invoiceView } from "../../freshbooks/invoice-view";
import { readingOf } from "../../freshbooks/reading";
import type { Reading } from "../../freshbooks/reading";
import type { InvoiceRecord, PaymentRecord } from "../../freshbooks/records";
import type { FreshBooksWorld } from "../../freshbooks/world";
import { recordUuid } from "../../freshbooks/record-uuid";
import { invoiceRow } from "./read-invoices";
import type { InvoiceRow } from "./read-invoices";
import { readDeliveries } from "./read-callbacks";
import type { DeliveryRow } from "./read-callbacks";

export interface PaymentRow {
  readonly id: number;
  readonly date: string;
  readonly amount: string;
  readonly type: string;
  readonly isDeleted: boolean;
}

export interface LineRow {
  readonly name: string;
  readonly description: string;
  readonly qty: string;
  readonly unitCost: string;
}

/** A call to the API that named this invoice. */
export interface CallRow {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly at: string;
}

export interface InvoiceDetail {
  readonly row: InvoiceRow;
  readonly uuid: string;
  /** The status axes and times as the API shows them, by their own names. */
  readonly axes: readonly (readonly [name: string, value: string])[];
  readonly lines: readonly LineRow[];
  readonly payments: readonly PaymentRow[];
  readonly deliveries: readonly DeliveryRow[];
  readonly calls: readonly CallRow[];
}

const AXES = [
  "v3_status",
  "status",
  "display_status",
  "payment_status",
  "autobill_status",
  "dispute_status",
  "deposit_status",
  "vis_state",
  "create_date",
  "fulfillment_date",
  "date_paid",
  "created_at",
  "updated",
  "version",
];

const SHOWN_CALLS = 20;

function axesOf(reading: Reading, invoice: InvoiceRecord): InvoiceDetail["axes"] {
  const view = invoiceView(reading, invoice);
  return AXES.map((name) => {
    const value = view[name];
    return [name, typeof value === "string" || typeof value === "number" ? String(value) : "null"];
  });
}

function paymentRow({ id, fields, visState }: PaymentRecord): PaymentRow {
  return { id, date: fields.date, amount: fields.amount, type: fields.type, isDeleted: visState === 1 };
}

function callsOf(world: FreshBooksWorld, accountId: string, id: number): CallRow[] {
  const path = `/accounting/account/${accountId}/invoices/invoices/${id}`;
  return world.requests
    .filter((entry) => entry.path === path)
    .slice(-SHOWN_CALLS)
    .reverse();
}

/** One invoice with all that is known of it; undefined if the account has no such invoice. */
export function readInvoice(
  world: FreshBooksWorld,
  accountId: string,
  id: number,
): InvoiceDetail | undefined {
  const reading = readingOf(world, accountId);
  const invoice = reading.ledger.invoices.get(id);
  if (invoice === undefined) return undefined;
  const payments = invoice.paymentIds.flatMap((paymentId) => reading.ledger.payments.get(paymentId) ?? []);
  const paymentIds = new Set(invoice.paymentIds);
  return {
    row: invoiceRow(reading, invoice),
    uuid: recordUuid(invoice.accountId, "invoice", invoice.id),
    axes: axesOf(reading, invoice),
    lines: invoice.lines.map(({ name, description, qty, unit_cost }) => ({
      name,
      description,
      qty,
      unitCost: unit_cost,
    })),
    payments: payments.map(paymentRow),
    deliveries: readDeliveries(
      world,
      accountId,
      (entry) =>
        (entry.event.startsWith("invoice.") && entry.object_id === id) ||
        (entry.event.startsWith("payment.") && paymentIds.has(entry.object_id)),
    ),
    calls: callsOf(world, accountId, id),
  };
}
