import { z } from "zod";

/** What clients, invoices and payments show, announce and let be written (facts §4 to §8, §14.8). */
export const recordSwitches = z.object({
  paymentEmitsInvoiceUpdate: z.boolean(),
  invoiceCreateEmitsClientUpdate: z.boolean(),
  viewEmitsInvoiceUpdate: z.boolean(),
  /** Whether `updated` and `version` of an invoice move when the customer opens it. */
  viewMovesVersion: z.boolean(),
  emailEmitsInvoiceUpdate: z.boolean(),
  /** What happens when an invoice falls due: nothing, an `invoice.update`, or that with a new version. */
  overdue: z.enum(["silent", "emits", "bumpsVersion"]),
  /** The calendar by which an invoice falls due. */
  dayBoundary: z.enum(["business", "eastern", "utc"]),
  /** What `v3_status` says of an invoice that is past due and also something else. */
  partialPastDue: z.enum(["partial", "overdue"]),
  viewedPastDue: z.enum(["viewed", "overdue"]),
  disputedPastDue: z.enum(["disputed", "overdue"]),
  resolvedPastDue: z.enum(["resolved", "overdue"]),
  retryPastDue: z.enum(["retry", "overdue"]),
  failedPastDue: z.enum(["failed", "overdue"]),
  pendingPastDue: z.enum(["pending", "overdue"]),
  declinedPastDue: z.enum(["declined", "overdue"]),
  depositPastDue: z.enum(["deposit", "overdue"]),
  /** What happens to a computed field that is written; `due_date` is always refused. */
  readOnlyFields: z.enum(["refused", "ignored"]),
  /** Places of an amount: always two, or those of its currency (none for JPY, three for KWD). */
  moneyDecimals: z.enum(["two", "own"]),
  /** `net_paid_amount` as other amounts are, or with the 26 digits of an old recording. */
  netPaidAmount: z.enum(["plain", "long"]),
  /** Whether `date_max` takes in the day itself. */
  dateMaxInclusive: z.boolean(),
  /** Whether `updated_min` filters at all. */
  updatedMinHonoured: z.boolean(),
  /** Rows that `total` counts though none can read them. */
  extraInTotal: z.int().min(0),
  /** Whether each account numbers its records by itself, so that ids recur over accounts. */
  idsSharedAcrossAccounts: z.boolean(),
});

export type RecordSwitches = z.output<typeof recordSwitches>;

export const RECORD_DEFAULTS: RecordSwitches = {
  paymentEmitsInvoiceUpdate: false,
  invoiceCreateEmitsClientUpdate: false,
  viewEmitsInvoiceUpdate: false,
  viewMovesVersion: true,
  emailEmitsInvoiceUpdate: true,
  overdue: "silent",
  dayBoundary: "business",
  partialPastDue: "partial",
  viewedPastDue: "overdue",
  disputedPastDue: "disputed",
  resolvedPastDue: "overdue",
  retryPastDue: "retry",
  failedPastDue: "failed",
  pendingPastDue: "pending",
  declinedPastDue: "declined",
  depositPastDue: "deposit",
  readOnlyFields: "refused",
  moneyDecimals: "two",
  netPaidAmount: "plain",
  dateMaxInclusive: true,
  updatedMinHonoured: true,
  extraInTotal: 0,
  idsSharedAcrossAccounts: false,
};
