import { addDays } from "../lib/zone-time";
import { announce } from "./announce";
import type { BookClient, BookInvoice, BookLine, BookPayment, Books } from "./books";
import { emptyFields } from "./client-acts";
import { NO_FATE } from "./invoice-input";
import type { Ledger } from "./ledger";
import type { Actor, ClientFields, ClientRecord, InvoiceLine, InvoiceRecord, PaymentRecord } from "./records";
import { ledgerOf, takeId } from "./world";
import type { FreshBooksWorld } from "./world";

/** How many records were loaded. */
export interface LoadedBooks {
  readonly clients: number;
  readonly invoices: number;
  readonly payments: number;
}

/** The books refer to a client or invoice that they do not hold. */
export class BrokenBooksError extends Error {
  override readonly name = "BrokenBooksError";
}

function at<T>(list: readonly T[], place: number, what: string): T {
  const found = list[place];
  if (found !== undefined) return found;
  throw new BrokenBooksError(`The books name ${what} at place ${place}, but hold none there.`);
}

interface Loading {
  readonly world: FreshBooksWorld;
  readonly ledger: Ledger;
  readonly noClient: ClientFields;
  /** Texts met so far: dates, quantities and names recur, and need be kept only once. */
  readonly texts: Map<string, string>;
}

function once({ texts }: Loading, text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  texts.set(text, text);
  return text;
}

function dueDate(loading: Loading, { createDate, dueOffsetDays }: BookInvoice): string {
  const key = `${createDate}+${dueOffsetDays}`;
  const due = loading.texts.get(key) ?? once(loading, addDays(createDate, dueOffsetDays));
  loading.texts.set(key, due);
  return due;
}

function clientRecord({ world, ledger, noClient }: Loading, book: BookClient): ClientRecord {
  return {
    id: takeId(world, ledger, "client"),
    accountId: ledger.accountId,
    username: world.random.alphanumeric(12).toLowerCase(),
    signupMs: book.createdMs,
    fields: { ...noClient, ...book.fields },
    contacts: [],
    visState: book.visState,
    updatedMs: book.updatedMs,
  };
}

function lineRecord(loading: Loading, line: BookLine): InvoiceLine {
  const text = (value: string | undefined) => (value === undefined ? null : once(loading, value));
  return {
    type: 0,
    name: once(loading, line.name),
    description: text(line.description) ?? "",
    qty: once(loading, line.qty),
    unit_cost: once(loading, line.unitCost),
    taxName1: text(line.taxName),
    taxAmount1: text(line.taxPercent),
    taxName2: null,
    taxAmount2: null,
    lineid: loading.world.lineIds.take(),
  };
}

function invoiceFields(loading: Loading, book: BookInvoice, client: ClientRecord) {
  const { ledger, noClient } = loading;
  return {
    customerid: client.id,
    create_date: once(loading, book.createDate),
    due_offset_days: book.dueOffsetDays,
    currency_code: book.currencyCode,
    invoice_number: book.invoiceNumber ?? String(ledger.invoiceNumbers.take()).padStart(7, "0"),
    language: noClient.language,
    notes: book.notes ?? "",
    terms: null,
    po_number: book.poNumber ?? null,
    discount_value: book.discountPercent ?? "0",
    discount_description: null,
  };
}

function fateOf(book: BookInvoice): InvoiceRecord["fate"] {
  const { dispute, autoBill, isDeclined, depositAmount } = book;
  if (dispute === undefined && autoBill === undefined && isDeclined !== true && depositAmount === undefined) {
    // Most invoices share this one object.
    return NO_FATE;
  }
  return {
    ...NO_FATE,
    dispute: dispute ?? null,
    autoBill: autoBill ?? null,
    isAutoBilled: autoBill !== undefined,
    isDeclined: isDeclined ?? false,
    deposit: depositAmount ?? null,
  };
}

function invoiceRecord(loading: Loading, book: BookInvoice, client: ClientRecord): InvoiceRecord {
  const { world, ledger } = loading;
  return {
    id: takeId(world, ledger, "invoice"),
    accountId: ledger.accountId,
    createdMs: book.createdMs,
    snapshot: client.fields,
    paymentIds: [],
    fields: invoiceFields(loading, book, client),
    lines: book.lines.map((line) => lineRecord(loading, line)),
    progress: book.progress,
    fate: fateOf(book),
    shownAs: null,
    fulfillmentDate: book.progress === "draft" ? null : once(loading, book.createDate),
    dueDate: dueDate(loading, book),
    visState: book.visState,
    isExtArchived: false,
    updatedMs: book.updatedMs,
    versionMicros: world.random.int(0, 999_999),
    sums: null,
  };
}

function paymentRecord(loading: Loading, book: BookPayment, invoice: InvoiceRecord): PaymentRecord {
  const { world, ledger } = loading;
  return {
    id: takeId(world, ledger, "payment"),
    accountId: ledger.accountId,
    invoiceId: invoice.id,
    clientId: invoice.fields.customerid,
    currencyCode: invoice.fields.currency_code,
    creditId: null,
    bulkPaymentId: null,
    overpaymentId: null,
    fields: {
      invoiceid: invoice.id,
      amount: once(loading, book.amount),
      date: once(loading, book.date),
      type: book.type,
      note: book.note ?? "",
    },
    visState: book.visState,
    updatedMs: book.updatedMs,
  };
}

function announceAll(
  world: FreshBooksWorld,
  actor: Actor,
  event: string,
  rows: readonly { id: number }[],
): void {
  for (const { id } of rows) announce(world, actor, event, id);
}

/**
 * Enters a whole set of books beside what an account holds already. Callbacks hear of it only if `announces` is set.
 * Throws a {@link BrokenBooksError} when an invoice or payment names what the books do not hold.
 */
export function loadBooks(
  world: FreshBooksWorld,
  actor: Actor,
  books: Books,
  announces = false,
): LoadedBooks {
  const ledger = ledgerOf(world, actor.accountId);
  const loading: Loading = { world, ledger, noClient: emptyFields(actor.currencyCode), texts: new Map() };
  const clients = books.clients.map((book) => clientRecord(loading, book));
  const invoices = books.invoices.map((book) =>
    invoiceRecord(loading, book, at(clients, book.client, "a client")),
  );
  const payments = books.payments.map((book) => {
    const invoice = at(invoices, book.invoice, "an invoice");
    const payment = paymentRecord(loading, book, invoice);
    invoice.paymentIds.push(payment.id);
    return payment;
  });
  for (const client of clients) ledger.clients.add(client);
  for (const invoice of invoices) ledger.addInvoice(invoice);
  for (const payment of payments) ledger.payments.add(payment);
  ledger.revision += 1;
  if (announces) {
    announceAll(world, actor, "client.create", clients);
    announceAll(world, actor, "invoice.create", invoices);
    announceAll(world, actor, "payment.create", payments);
  }
  return { clients: clients.length, invoices: invoices.length, payments: payments.length };
}
