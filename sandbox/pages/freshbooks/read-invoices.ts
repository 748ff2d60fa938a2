import { sumsOf } from "../../freshbooks/invoice-sums";
import { readingOf } from "../../freshbooks/reading";
import type { Reading } from "../../freshbooks/reading";
import type { ClientFields, InvoiceRecord } from "../../freshbooks/records";
import type { FreshBooksWorld } from "../../freshbooks/world";
import { sliceOf } from "../parts/pager";
import type { Slice } from "../parts/pager";
import { stateOf } from "./state-of";
import { totalsOf } from "./totals";
import type { StateTotal } from "./totals";

/** One line of the list of invoices. Amounts are decimal texts. */
export interface InvoiceRow {
  readonly id: number;
  readonly number: string;
  readonly client: string;
  readonly clientId: number;
  /** `v3_status`, or `archived` or `deleted`. */
  readonly state: string;
  readonly amount: string;
  readonly outstanding: string;
  readonly currency: string;
  readonly dueDate: string;
}

export interface InvoiceQuery {
  readonly search: string;
  /** A state, or empty for all but the deleted ones. */
  readonly state: string;
  readonly page: number;
}

export interface InvoiceList {
  readonly slice: Slice<InvoiceRow>;
  /** Of all invoices, whatever is searched for. */
  readonly totals: readonly StateTotal[];
}

export function nameOf(client: Pick<ClientFields, "email" | "fname" | "lname" | "organization">): string {
  const person = `${client.fname} ${client.lname}`.trim();
  return client.organization || person || client.email;
}

export function invoiceRow(reading: Reading, invoice: InvoiceRecord): InvoiceRow {
  const { amount, outstanding } = sumsOf(reading.ledger, invoice, reading.switches.moneyDecimals);
  return {
    id: invoice.id,
    number: invoice.fields.invoice_number,
    client: nameOf(invoice.snapshot),
    clientId: invoice.fields.customerid,
    state: stateOf(reading, invoice),
    amount,
    outstanding,
    currency: invoice.fields.currency_code,
    dueDate: invoice.dueDate,
  };
}

function isFound({ id, fields, snapshot }: InvoiceRecord, words: string): boolean {
  return (
    fields.invoice_number.toLowerCase().includes(words) ||
    String(id).includes(words) ||
    snapshot.email.toLowerCase().includes(words) ||
    nameOf(snapshot).toLowerCase().includes(words)
  );
}

/** One page of an account's invoices, newest first, and what all of them come to. */
export function readInvoices(world: FreshBooksWorld, accountId: string, query: InvoiceQuery): InvoiceList {
  const reading = readingOf(world, accountId);
  const words = query.search.trim().toLowerCase();
  const found = reading.ledger.invoices.rows.filter((invoice) => {
    const state = stateOf(reading, invoice);
    const isWanted = query.state === "" ? state !== "deleted" : state === query.state;
    return isWanted && (words === "" || isFound(invoice, words));
  });
  const slice = sliceOf(found.reverse(), query.page);
  const rows = slice.rows.map((invoice) => invoiceRow(reading, invoice));
  return { slice: { ...slice, rows }, totals: totalsOf(reading) };
}
