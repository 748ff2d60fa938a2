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
  readonly uuid: string;
  readonly accountId: string;
  readonly username: string;
  readonly signupMs: number;
  fields: ClientFields;
  visState: VisState;
  updatedMs: number;
}

export type InvoiceLine = z.output<typeof lineSchema> & { readonly lineid: number };
type InvoiceFields = z.output<typeof invoiceFieldsSchema>;

/** How far an invoice has gone towards its customer; paid-ness and overdue are computed, never stored. */
export type InvoiceProgress = "disputed" | "draft" | "sent" | "viewed";

export interface InvoiceRecord {
  readonly id: number;
  readonly uuid: string;
  readonly accountId: string;
  readonly createdMs: number;
  /** Name and address of the client at the time of writing. */
  readonly snapshot: ClientFields;
  readonly paymentIds: number[];
  fields: InvoiceFields;
  lines: InvoiceLine[];
  progress: InvoiceProgress;
  fulfillmentDate: string | null;
  visState: VisState;
  updatedMs: number;
  /** Microseconds within the second of the last change, which make `version` unique. */
  versionMicros: number;
}

export type PaymentFields = z.output<typeof paymentFieldsSchema>;

export interface PaymentRecord {
  readonly id: number;
  readonly accountId: string;
  readonly invoiceId: number;
  readonly clientId: number;
  readonly currencyCode: string;
  fields: PaymentFields;
  visState: VisState;
  updatedMs: number;
}

export interface CreditNoteRecord {
  readonly id: number;
  readonly accountId: string;
  fields: z.output<typeof creditNoteFieldsSchema>;
  lines: InvoiceLine[];
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
}

/** Who acts, in which books. */
export interface Actor {
  readonly identityId: number;
  readonly businessId: number;
  readonly accountId: string;
  readonly timeZone: string;
  readonly currencyCode: string;
}
