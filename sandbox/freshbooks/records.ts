import type { z } from "zod";

import type {
  clientFieldsSchema,
  creditNoteFieldsSchema,
  invoiceFieldsSchema,
  lineSchema,
  paymentFieldsSchema,
} from "./inputs";

/** 0 active, 1 deleted, 2 archived (facts §4). */
export type VisState = 0 | 1 | 2;

export type ClientFields = z.output<typeof clientFieldsSchema>;

export interface ClientRecord {
  readonly id: number;
  readonly accountId: string;
  readonly username: string;
  readonly signupMs: number;
  fields: ClientFields;
  /** Further people of the client. */
  contacts: readonly ContactRecord[];
  visState: VisState;
  updatedMs: number;
}

export interface ContactRecord {
  readonly contactid: number;
  readonly fname: string;
  readonly lname: string;
  readonly email: string;
  readonly phone1: string;
  readonly phone2: string;
}

export type InvoiceLine = z.output<typeof lineSchema> & { readonly lineid: number };
export type InvoiceFields = z.output<typeof invoiceFieldsSchema>;

/** How far an invoice has gone towards its customer; paid-ness and overdue are computed, never stored. */
export type InvoiceProgress = "draft" | "sent" | "viewed";

/** What has befallen an invoice beside its progress and payments (facts §5.1). */
export interface InvoiceFate {
  readonly dispute: "disputed" | "resolved" | null;
  /** `autobill_status`; whether automatic billing is on is `isAutoBilled`. */
  readonly autoBill: "failed" | "retry" | "success" | null;
  readonly isAutoBilled: boolean;
  readonly isDeclined: boolean;
  /** A payment is under way at the bank. */
  readonly isPending: boolean;
  /** Decimal text of the deposit asked for. */
  readonly deposit: string | null;
  readonly isDepositConverted: boolean;
}

/** The sums of an invoice as worked out last, in the decimals of `decimals` places. */
export interface InvoiceSums {
  readonly decimals: number;
  readonly amount: string;
  readonly discount: string;
  readonly paid: string;
  readonly outstanding: string;
  readonly isOutstanding: boolean;
  readonly payment: "paid" | "partial" | "unpaid";
  readonly depositPayment: "none" | "paid" | "partial" | "unpaid";
  /** Date of the payment that settled it, or null while anything is outstanding. */
  readonly datePaid: string | null;
}

export interface InvoiceRecord {
  readonly id: number;
  readonly accountId: string;
  readonly createdMs: number;
  /** Name and address of the client at the time of writing. */
  readonly snapshot: ClientFields;
  readonly paymentIds: number[];
  fields: InvoiceFields;
  lines: readonly InvoiceLine[];
  progress: InvoiceProgress;
  fate: InvoiceFate;
  /** Status fields that a test wants shown in place of the computed ones. */
  shownAs: Readonly<Record<string, unknown>> | null;
  fulfillmentDate: string | null;
  /** `YYYY-MM-DD`, `due_offset_days` after the creation date. */
  dueDate: string;
  visState: VisState;
  isExtArchived: boolean;
  updatedMs: number;
  /** Microseconds within the second of the last change, which make `version` unique. */
  versionMicros: number;
  /** Null until asked for, and after each change. */
  sums: InvoiceSums | null;
}

export type PaymentFields = z.output<typeof paymentFieldsSchema>;

export interface PaymentRecord {
  readonly id: number;
  readonly accountId: string;
  readonly invoiceId: number;
  readonly clientId: number;
  readonly currencyCode: string;
  /** The credit note it was paid from, if any. */
  readonly creditId: number | null;
  readonly bulkPaymentId: number | null;
  readonly overpaymentId: number | null;
  fields: PaymentFields;
  visState: VisState;
  updatedMs: number;
}

export interface CreditNoteRecord {
  readonly id: number;
  readonly accountId: string;
  /** Payments taken from it, deleted ones among them. */
  readonly paymentIds: number[];
  fields: z.output<typeof creditNoteFieldsSchema>;
  lines: readonly InvoiceLine[];
  visState: VisState;
  updatedMs: number;
}

export interface CallbackRecord {
  readonly id: number;
  readonly accountId: string;
  readonly identityId: number;
  readonly businessId: number;
  event: string;
  uri: string;
  verifier: string;
  verified: boolean;
  updatedMs: number;
  dropsInRow: number;
  /** Disabled after too many drops, until it is verified again. */
  isDisabled: boolean;
  /** Deliveries kept for the time after it was disabled, where they are not lost. */
  readonly kept: (() => void)[];
}

/** Who acts, in which books. */
export interface Actor {
  readonly identityId: number;
  readonly businessId: number;
  readonly accountId: string;
  readonly timeZone: string;
  readonly currencyCode: string;
  /** The role on the accounting account. */
  readonly accountRole: string;
}
