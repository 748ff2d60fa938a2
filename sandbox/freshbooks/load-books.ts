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
}

function clientRecord({ world, ledger, noClient }: Loading, book: BookClient): ClientRecord {
  return {
    id: takeId(world, ledger, "client"),
    uuid: world.random.uuid(),
    accountId: ledger.accountId,
    username: world.random.alphanumeric(12).toLowerCase(),
    signupMs: book.createdMs,
    fields: { ...noClient, ...book.fields },
    contacts: [],
    visState: book.visState,
    updatedMs: book.updatedMs,
  };
}

function lineRecord({ world }: Loading, line: BookLine): InvoiceLine {
  return {
    type: 0,
    name: line.name,
    description: line.description ?? "",
    qty: line.qty,
    unit_cost: line.unitCost,
    taxName1: line.taxName ?? null,
    taxAmount1: line.taxPercent ?? null,
    taxName2: null,
    taxAmount2: null,
    lineid: world.lineIds.take(),
  };
}

function invoiceFields({ ledger, noClient }: Loading, book: BookInvoice, client: ClientRecord) {
  return {
    customerid: client.id,
    create_date: book.createDate,
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
    uuid: world.random.uuid(),
    accountId: ledger.accountId,
    createdMs: book.createdMs,
    snapshot: client.fields,
    paymentIds: [],
    fields: invoiceFields(loading, book, client),
    lines: book.lines.map((line) => lineRecord(loading, line)),
    progress: book.progress,
    fate: fateOf(book),
    shownAs: null,
    fulfillmentDate: book.progress === "draft" ? null : book.createDate,
    dueDate: addDays(book.createDate, book.dueOffsetDays),
    visState: book.visState,
    isExtArchived: false,
    updatedMs: book.updatedMs,
    versionMicros: world.random.int(0, 999_999),
    sums: null,
  };
}

function paymentRecord({ world, ledger }: Loading, book: BookPayment, invoice: InvoiceRecord): PaymentRecord {
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
      amount: book.amount,
      date: book.date,
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
  const loading: Loading = { world, ledger, noClient: emptyFields(actor.currencyCode) };
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
  for (const invoice of invoices) ledger.invoices.add(invoice);
  for (const payment of payments) ledger.payments.add(payment);
  ledger.revision += 1;
  if (announces) {
    announceAll(world, actor, "client.create", clients);
    announceAll(world, actor, "invoice.create", invoices);
    announceAll(world, actor, "payment.create", payments);
  }
  return { clients: clients.length, invoices: invoices.length, payments: payments.length };
}
