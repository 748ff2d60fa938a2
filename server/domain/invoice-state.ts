import type { InvoiceState } from "./invoice-states";
import { isPositive } from "./money";
import type { SourceInvoice } from "./source";

/** An invoice's one state, and what else is true of it. */
export type FoldedState = {
  state: InvoiceState;
  /** Not draft, money outstanding, due before today in the business's zone, not deleted or archived. */
  isOverdue: boolean;
  isPartial: boolean;
  /** Values FreshBooks sent that we do not know; the state then rests on the other axes. */
  warnings: readonly string[];
};

type Facts = { invoice: SourceInvoice; isOverdue: boolean; isPartial: boolean };

const knownV3 = new Set([
  "created",
  "draft",
  "sent",
  "viewed",
  "failed",
  "retry",
  "success",
  "autopaid",
  "paid",
  "partial",
  "disputed",
  "resolved",
  "overdue",
  "declined",
  "pending",
  "deposit-partial",
  "deposit-paid",
]);

const deposits = new Set(["deposit-partial", "deposit-paid"]);

/** `v3_status` with hyphens; PHP's documentation shows underscores (facts §5.1). */
function v3Of(invoice: SourceInvoice): string {
  return invoice.axes.v3Status.replaceAll("_", "-");
}

function isDraft(invoice: SourceInvoice): boolean {
  const { displayStatus, status } = invoice.axes;
  const v3 = v3Of(invoice);
  if (v3 === "draft" || v3 === "created") return true;
  if (knownV3.has(v3)) return false;
  return displayStatus === "draft" || displayStatus === "created" || status === 1;
}

/**
 * The rules in order of precedence; the first that holds gives the state. What the person did to the
 * object (deleted, archived) comes first, then what became of the money, then how far it has travelled.
 */
const rules: readonly { state: InvoiceState; holds: (facts: Facts) => boolean }[] = [
  { state: "deleted", holds: ({ invoice }) => invoice.axes.visibility === "deleted" },
  { state: "archived", holds: ({ invoice }) => invoice.axes.visibility === "archived" },
  {
    state: "autopaid",
    holds: ({ invoice }) =>
      invoice.axes.paymentStatus === "auto-paid" ||
      (invoice.axes.paymentStatus !== "unpaid" && ["autopaid", "success"].includes(v3Of(invoice))) ||
      (invoice.axes.paymentStatus === "paid" && invoice.axes.status === 5),
  },
  {
    state: "paid",
    holds: ({ invoice }) =>
      invoice.axes.paymentStatus === "paid" ||
      (v3Of(invoice) === "paid" && invoice.axes.paymentStatus !== "unpaid"),
  },
  {
    state: "disputed",
    holds: ({ invoice }) =>
      v3Of(invoice) === "disputed" ||
      (invoice.axes.disputeStatus !== "" && invoice.axes.disputeStatus !== "resolved"),
  },
  { state: "declined", holds: ({ invoice }) => v3Of(invoice) === "declined" },
  {
    state: "failed",
    holds: ({ invoice }) => v3Of(invoice) === "failed" || invoice.axes.autobillStatus === "failed",
  },
  {
    state: "retrying",
    holds: ({ invoice }) => v3Of(invoice) === "retry" || invoice.axes.autobillStatus === "retry",
  },
  { state: "draft", holds: ({ invoice }) => isDraft(invoice) },
  { state: "partial", holds: ({ isPartial }) => isPartial },
  { state: "overdue", holds: ({ isOverdue }) => isOverdue },
  {
    state: "viewed",
    holds: ({ invoice }) =>
      v3Of(invoice) === "viewed" || invoice.axes.displayStatus === "viewed" || invoice.axes.status === 3,
  },
];

function isPartlyPaid(invoice: SourceInvoice): boolean {
  if (invoice.axes.paymentStatus === "partial" || v3Of(invoice) === "partial") return true;
  return (
    deposits.has(v3Of(invoice)) || (isPositive(invoice.paid.amount) && isPositive(invoice.outstanding.amount))
  );
}

/**
 * Folds FreshBooks' status axes into one state; total over every combination (facts §5.1, §5.2, design §5).
 * `today` is `YYYY-MM-DD` in the business's time zone.
 */
export function foldInvoiceState(invoice: SourceInvoice, today: string): FoldedState {
  const isOverdue =
    invoice.axes.visibility === "active" &&
    !isDraft(invoice) &&
    isPositive(invoice.outstanding.amount) &&
    invoice.dueDate !== null &&
    invoice.dueDate < today;
  const facts = { invoice, isOverdue, isPartial: isPartlyPaid(invoice) };
  const state = rules.find((rule) => rule.holds(facts))?.state ?? "sent";
  const v3 = v3Of(invoice);
  const warnings =
    v3 === "" || knownV3.has(v3)
      ? []
      : [`FreshBooks sent v3_status "${v3}", which is new to us; taken as ${state}.`];
  return { state, isOverdue, isPartial: facts.isPartial, warnings };
}
