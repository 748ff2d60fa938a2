import type { ClientFields, PaymentFields, VisState } from "./records";

/** A client as a whole set of books holds it: the API's own names for what is known, the usual empty values else. */
export interface BookClient {
  readonly fields: Partial<ClientFields>;
  readonly visState: VisState;
  /** When the client was signed up, and last changed: milliseconds since the epoch, on the sandbox's clock. */
  readonly createdMs: number;
  readonly updatedMs: number;
}

/** A line of an invoice; `qty` and `unitCost` are decimal texts, `taxPercent` such as "19" or "7.5". */
export interface BookLine {
  readonly name: string;
  readonly description?: string;
  readonly qty: string;
  readonly unitCost: string;
  readonly taxName?: string;
  readonly taxPercent?: string;
}

export interface BookInvoice {
  /** Place of the client in `Books.clients`, from 0. */
  readonly client: number;
  /** `YYYY-MM-DD`; due that many days later. */
  readonly createDate: string;
  readonly dueOffsetDays: number;
  readonly currencyCode: string;
  /** Absent: the next of the account. */
  readonly invoiceNumber?: string;
  readonly lines: readonly BookLine[];
  /** How far it has gone; paid, partly paid and overdue follow from payments and dates. */
  readonly progress: "draft" | "sent" | "viewed";
  readonly dispute?: "disputed" | "resolved";
  /** What automatic billing came to; `success` beside full payment makes it auto-paid. */
  readonly autoBill?: "failed" | "retry" | "success";
  readonly isDeclined?: boolean;
  /** Decimal text; absent: no deposit was asked for. */
  readonly depositAmount?: string;
  /** Percent off every line, such as "10"; absent: none. */
  readonly discountPercent?: string;
  readonly notes?: string;
  readonly poNumber?: string;
  readonly visState: VisState;
  readonly createdMs: number;
  readonly updatedMs: number;
}

export interface BookPayment {
  /** Place of the invoice in `Books.invoices`, from 0. */
  readonly invoice: number;
  /** Decimal text, in the invoice's currency. */
  readonly amount: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly type: PaymentFields["type"];
  readonly note?: string;
  readonly visState: VisState;
  readonly updatedMs: number;
}

/** A whole set of books in plain lists, which refer to each other by place; oldest first, as ids are given in order. */
export interface Books {
  readonly clients: readonly BookClient[];
  readonly invoices: readonly BookInvoice[];
  readonly payments: readonly BookPayment[];
}
