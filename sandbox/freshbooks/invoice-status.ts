import { addDays } from "../lib/zone-time";
import type { InvoiceTotals } from "./invoice-totals";
import type { InvoiceRecord } from "./records";

/** The status axes of an invoice that are computed on read (facts §5.1). */
export interface InvoiceStatus {
  readonly status: number;
  readonly display_status: string;
  readonly payment_status: "paid" | "partial" | "unpaid";
  readonly v3_status: string;
}

interface StatusContext {
  /** Today in the business's time zone. */
  readonly today: string;
  readonly partialPastDue: "overdue" | "partial";
}

const NUMBER_OF_PROGRESS = { disputed: 0, draft: 1, sent: 2, viewed: 3 } as const;

export function dueDate(invoice: InvoiceRecord): string {
  return addDays(invoice.fields.create_date, invoice.fields.due_offset_days);
}

function paymentStatus(totals: InvoiceTotals): InvoiceStatus["payment_status"] {
  if (totals.paid.eq(0)) return "unpaid";
  return totals.outstanding.eq(0) ? "paid" : "partial";
}

function v3Status(invoice: InvoiceRecord, totals: InvoiceTotals, context: StatusContext): string {
  const payment = paymentStatus(totals);
  if (payment === "paid") return "paid";
  if (invoice.progress === "draft" || invoice.progress === "disputed") return invoice.progress;
  const isPastDue = totals.outstanding.gt(0) && dueDate(invoice) < context.today;
  if (payment === "partial") return isPastDue ? context.partialPastDue : "partial";
  return isPastDue ? "overdue" : invoice.progress;
}

/** All status fields: a draft stays a draft when past due, one due today is not overdue, half-paid keeps `status`. */
export function invoiceStatus(
  invoice: InvoiceRecord,
  totals: InvoiceTotals,
  context: StatusContext,
): InvoiceStatus {
  const payment_status = paymentStatus(totals);
  const isPaid = payment_status === "paid";
  return {
    status: isPaid ? 4 : NUMBER_OF_PROGRESS[invoice.progress],
    display_status: isPaid ? "paid" : invoice.progress,
    payment_status,
    v3_status: v3Status(invoice, totals, context),
  };
}
