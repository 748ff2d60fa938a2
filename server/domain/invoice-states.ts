/** The connector's own states of an invoice, in the order of an invoice's life (design §5). */
export const invoiceStates = [
  "draft",
  "sent",
  "viewed",
  "partial",
  "overdue",
  "paid",
  "autopaid",
  "retrying",
  "failed",
  "disputed",
  "declined",
  "archived",
  "deleted",
] as const;

export type InvoiceState = (typeof invoiceStates)[number];

/** What people read for each state. */
export const invoiceStateLabels = {
  draft: "Draft",
  sent: "Sent",
  viewed: "Viewed",
  partial: "Partly paid",
  overdue: "Overdue",
  paid: "Paid",
  autopaid: "Paid automatically",
  retrying: "Retrying payment",
  failed: "Payment failed",
  disputed: "Disputed",
  declined: "Declined",
  archived: "Archived",
  deleted: "Deleted",
} as const satisfies Record<InvoiceState, string>;
