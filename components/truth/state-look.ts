import type { InvoiceState } from "@/server/contracts/invoice-state-words";

/** One palette for the states of an invoice, in charts, badges and stage columns alike. */
export const stateFills = {
  draft: "bg-state-draft",
  sent: "bg-state-sent",
  viewed: "bg-state-viewed",
  partial: "bg-state-partial",
  overdue: "bg-state-overdue",
  paid: "bg-state-paid",
  autopaid: "bg-state-autopaid",
  retrying: "bg-state-retrying",
  failed: "bg-state-failed",
  disputed: "bg-state-disputed",
  declined: "bg-state-declined",
  archived: "bg-state-archived",
  deleted: "bg-state-deleted",
} as const satisfies Record<InvoiceState, string>;
