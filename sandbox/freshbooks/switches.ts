import { z } from "zod";

const count = z.int().min(0);

/** Behaviours the fact sheet leaves open or that a test wants otherwise (facts §12). */
export const switchesSchema = z.strictObject({
  /** When the handshake is posted, relative to the answer of the create call. */
  handshake: z.enum(["after", "before", "never"]),
  handshakeSigned: z.boolean(),
  verifierOnResend: z.enum(["same", "new"]),
  /** Order of the form fields of a delivery: as captured, or as the documentation prints them. */
  fieldOrder: z.enum(["captured", "docs"]),
  /** The next n deliveries are posted twice. */
  duplicateNext: count,
  /** The next n deliveries are lost. */
  dropNext: count,
  /** The next n deliveries are held back and posted in reverse order. */
  reorderNext: count,
  delayMs: count,
  /** Pauses before the second, third … try of a failed delivery; after the last one it is dropped. */
  retryGapsMs: z.array(count),
  /** Deliveries dropped in a row after which a callback is disabled. */
  disableAfterDrops: z.int().min(1),
  paymentEmitsInvoiceUpdate: z.boolean(),
  invoiceCreateEmitsClientUpdate: z.boolean(),
  viewEmitsInvoiceUpdate: z.boolean(),
  /** Whether `updated` and `version` of an invoice move when the customer opens it. */
  viewMovesVersion: z.boolean(),
  /** What `v3_status` says of an invoice that is both partly paid and past due. */
  partialPastDue: z.enum(["partial", "overdue"]),
  errorShape: z.enum(["classic", "grpc"]),
  refreshNeedsRedirectUri: z.boolean(),
  /** Calls in 60 s: accounting POSTs have a bucket of their own (facts §7). */
  rateLimitGeneral: z.int().min(1),
  rateLimitAccountingPost: z.int().min(1),
});

export type Switches = z.output<typeof switchesSchema>;

export const DEFAULT_SWITCHES: Switches = {
  handshake: "after",
  handshakeSigned: true,
  verifierOnResend: "same",
  fieldOrder: "captured",
  duplicateNext: 0,
  dropNext: 0,
  reorderNext: 0,
  delayMs: 0,
  retryGapsMs: [500, 2000, 8000],
  disableAfterDrops: 10,
  paymentEmitsInvoiceUpdate: false,
  invoiceCreateEmitsClientUpdate: false,
  viewEmitsInvoiceUpdate: false,
  viewMovesVersion: true,
  partialPastDue: "partial",
  errorShape: "classic",
  refreshNeedsRedirectUri: false,
  rateLimitGeneral: 600,
  rateLimitAccountingPost: 250,
};

export const switchPatchSchema = switchesSchema.partial();

/** A change of some switches; those not named stay as they are. */
export type SwitchPatch = z.output<typeof switchPatchSchema>;
