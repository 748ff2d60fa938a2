import { Counter } from "../lib/counter";
import type { CallbackRecord, ClientRecord, CreditNoteRecord, InvoiceRecord, PaymentRecord } from "./records";
import { Shelf } from "./shelf";

/** Everything that is numbered. */
export type Numbered = "callback" | "client" | "creditNote" | "invoice" | "payment";

export type IdCounters = Readonly<Record<Numbered, Counter>>;

export function idCounters(): IdCounters {
  return {
    client: new Counter(310001),
    invoice: new Counter(900001),
    payment: new Counter(312001),
    creditNote: new Counter(410001),
    callback: new Counter(2001),
  };
}

function addTo(byClient: Map<number, InvoiceRecord[]>, invoice: InvoiceRecord): void {
  const { customerid } = invoice.fields;
  const known = byClient.get(customerid);
  if (known === undefined) byClient.set(customerid, [invoice]);
  else known.push(invoice);
}

/** The books of one account, with the callbacks registered on it. */
export class Ledger {
  readonly clients = new Shelf<ClientRecord>();
  readonly invoices = new Shelf<InvoiceRecord>();
  readonly payments = new Shelf<PaymentRecord>();
  readonly creditNotes = new Shelf<CreditNoteRecord>();
  readonly callbacks = new Map<number, CallbackRecord>();
  readonly invoiceNumbers = new Counter(1);
  /** Used while each account numbers its records by itself. */
  readonly ids = idCounters();
  /** Moves with every change of a record, so that what was worked out before can be told from what holds. */
  revision = 0;

  /** Invoices by client, made when first asked for. */
  #byClient: Map<number, InvoiceRecord[]> | undefined;

  constructor(readonly accountId: string) {}

  addInvoice(invoice: InvoiceRecord): void {
    this.invoices.add(invoice);
    if (this.#byClient !== undefined) addTo(this.#byClient, invoice);
  }

  /** To be said when an invoice has gone to another client. */
  forgetClients(): void {
    this.#byClient = undefined;
  }

  /** The invoices of a client, oldest first. */
  invoicesOf(clientId: number): readonly InvoiceRecord[] {
    if (this.#byClient === undefined) {
      this.#byClient = new Map();
      for (const invoice of this.invoices.rows) addTo(this.#byClient, invoice);
    }
    return this.#byClient.get(clientId) ?? [];
  }

  isTaken(noun: Numbered, id: number): boolean {
    const shelves = {
      client: this.clients,
      invoice: this.invoices,
      payment: this.payments,
      creditNote: this.creditNotes,
      callback: this.callbacks,
    };
    return shelves[noun].get(id) !== undefined;
  }
}
