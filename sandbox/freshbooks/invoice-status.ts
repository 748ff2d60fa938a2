import type { InvoiceFate, InvoiceRecord, InvoiceSums } from "./records";
import type { Switches } from "./switches";

/** The status axes of an invoice as the API shows them (facts §5.1). */
export interface InvoiceStatus {
  readonly status: number;
  readonly display_status: string;
  readonly payment_status: "auto-paid" | "paid" | "partial" | "unpaid";
  readonly v3_status: string;
  readonly deposit_status: string;
  readonly autobill_status: string | null;
  readonly dispute_status: string | null;
}

const NUMBER_OF_PROGRESS = { draft: 1, sent: 2, viewed: 3 } as const;
const NUMBER_OF_AUTO_BILL = { retry: 6, failed: 7, success: undefined } as const;

/** States that yield to `overdue`, or not, as their switch says. */
const PAST_DUE_SWITCHES = {
  disputed: "disputedPastDue",
  resolved: "resolvedPastDue",
  declined: "declinedPastDue",
  failed: "failedPastDue",
  retry: "retryPastDue",
  pending: "pendingPastDue",
  "deposit-paid": "depositPastDue",
  "deposit-partial": "depositPastDue",
  partial: "partialPastDue",
  viewed: "viewedPastDue",
} as const;

type Yielding = keyof typeof PAST_DUE_SWITCHES;

function depositState(sums: InvoiceSums): "deposit-paid" | "deposit-partial" | undefined {
  if (sums.depositPayment === "paid") return "deposit-paid";
  return sums.depositPayment === "partial" ? "deposit-partial" : undefined;
}

function autoBillState({ autoBill }: InvoiceFate): "failed" | "retry" | undefined {
  return autoBill === "failed" || autoBill === "retry" ? autoBill : undefined;
}

// What an open invoice is beside sent; the first that holds. Their order among each other is not known (facts §14.8).
function openState({ fate, progress }: InvoiceRecord, sums: InvoiceSums): Yielding | "sent" {
  const states: readonly (Yielding | false | undefined)[] = [
    fate.dispute ?? undefined,
    fate.isDeclined && "declined",
    autoBillState(fate),
    fate.isPending && "pending",
    depositState(sums),
    sums.payment === "partial" && "partial",
    progress === "viewed" && "viewed",
  ];
  return states.find((state) => state !== undefined && state !== false) || "sent";
}

function isAutoPaid(invoice: InvoiceRecord, sums: InvoiceSums): boolean {
  return sums.payment === "paid" && invoice.fate.autoBill === "success";
}

/** Whether money is owed past the due date: `today` is the last day of FreshBooks' calendar, `YYYY-MM-DD`. */
export function isPastDue(invoice: InvoiceRecord, sums: InvoiceSums, today: string): boolean {
  return invoice.progress !== "draft" && sums.isOutstanding && invoice.dueDate < today;
}

/** `v3_status` alone: the only field with `overdue`, which a draft never is, nor one due today. */
export function v3Status(
  invoice: InvoiceRecord,
  sums: InvoiceSums,
  today: string,
  switches: Switches,
): string {
  if (sums.payment === "paid") return isAutoPaid(invoice, sums) ? "autopaid" : "paid";
  if (invoice.progress === "draft" && invoice.fate.dispute === null) return "draft";
  const state = openState(invoice, sums);
  if (!isPastDue(invoice, sums, today)) return state;
  return state === "sent" || switches[PAST_DUE_SWITCHES[state]] === "overdue" ? "overdue" : state;
}

function statusNumber(invoice: InvoiceRecord, sums: InvoiceSums): number {
  if (sums.payment === "paid") return isAutoPaid(invoice, sums) ? 5 : 4;
  if (invoice.fate.dispute === "disputed") return 0;
  const byAutoBill = invoice.fate.autoBill === null ? undefined : NUMBER_OF_AUTO_BILL[invoice.fate.autoBill];
  // Half-paid keeps 2 or 3; 8 was never seen live (facts §5.1).
  return byAutoBill ?? NUMBER_OF_PROGRESS[invoice.progress];
}

/** All status fields. */
export function invoiceStatus(
  invoice: InvoiceRecord,
  sums: InvoiceSums,
  today: string,
  switches: Switches,
): InvoiceStatus {
  const isPaid = sums.payment === "paid";
  return {
    status: statusNumber(invoice, sums),
    display_status: isPaid ? "paid" : invoice.progress,
    payment_status: isAutoPaid(invoice, sums) ? "auto-paid" : sums.payment,
    v3_status: v3Status(invoice, sums, today, switches),
    deposit_status: invoice.fate.isDepositConverted ? "converted" : sums.depositPayment,
    autobill_status: invoice.fate.autoBill,
    dispute_status: invoice.fate.dispute,
  };
}
