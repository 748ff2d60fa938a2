import { v3Status } from "../../freshbooks/invoice-status";
import { sumsOf } from "../../freshbooks/invoice-sums";
import { readingOf } from "../../freshbooks/reading";
import type { Reading } from "../../freshbooks/reading";
import type { ClientFields, InvoiceRecord } from "../../freshbooks/records";
import type { FreshBooksWorld } from "../../freshbooks/world";
import { toMilli } from "../parts/money";
import { sliceOf } from "../parts/pager";
import type { Slice } from "../parts/pager";

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

/** What the invoices of one state and currency come to, in thousandths. */
export interface StateTotal {
  readonly state: string;
  readonly currency: string;
  count: number;
  amount: bigint;
  outstanding: bigint;
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

/** The state an invoice is shown in: its `v3_status`, unless it was archived or deleted. */
export function stateOf(reading: Reading, invoice: InvoiceRecord): string {
  if (invoice.visState !== 0) return invoice.visState === 1 ? "deleted" : "archived";
  const shown = invoice.shownAs?.["v3_status"];
  if (typeof shown === "string") return shown;
  const sums = sumsOf(reading.ledger, invoice, reading.switches.moneyDecimals);
  return v3Status(invoice, sums, reading.today, reading.switches);
}

export function invoiceRow(reading: Reading, invoice: InvoiceRecord, state: string): InvoiceRow {
  const { amount, outstanding } = sumsOf(reading.ledger, invoice, reading.switches.moneyDecimals);
  return {
    id: invoice.id,
    number: invoice.fields.invoice_number,
    client: nameOf(invoice.snapshot),
    clientId: invoice.fields.customerid,
    state,
    amount,
    outstanding,
    currency: invoice.fields.currency_code,
    dueDate: invoice.dueDate,
  };
}

/** Adds up by state and currency without a key text per invoice: there can be 100,000 of them. */
class Totals {
  readonly #byState = new Map<string, Map<string, StateTotal>>();

  add(state: string, currency: string, amount: string, outstanding: string): void {
    const total = this.#totalOf(state, currency);
    total.count += 1;
    total.amount += toMilli(amount);
    total.outstanding += toMilli(outstanding);
  }

  list(): StateTotal[] {
    return [...this.#byState.values()].flatMap((byCurrency) => [...byCurrency.values()]);
  }

  #totalOf(state: string, currency: string): StateTotal {
    const byCurrency = this.#byState.get(state) ?? new Map<string, StateTotal>();
    this.#byState.set(state, byCurrency);
    const known = byCurrency.get(currency);
    if (known !== undefined) return known;
    const made = { state, currency, count: 0, amount: 0n, outstanding: 0n };
    byCurrency.set(currency, made);
    return made;
  }
}

function isFound(invoice: InvoiceRecord, words: string): boolean {
  if (words === "") return true;
  const { fields, snapshot } = invoice;
  return [fields.invoice_number, String(invoice.id), nameOf(snapshot), snapshot.email].some((text) =>
    text.toLowerCase().includes(words),
  );
}

/** One page of an account's invoices, newest first, and what all of them come to: one walk over the books. */
export function readInvoices(world: FreshBooksWorld, accountId: string, query: InvoiceQuery): InvoiceList {
  const reading = readingOf(world, accountId);
  const words = query.search.trim().toLowerCase();
  const totals = new Totals();
  const found: { readonly invoice: InvoiceRecord; readonly state: string }[] = [];
  for (const invoice of reading.ledger.invoices.rows.toReversed()) {
    const state = stateOf(reading, invoice);
    const { amount, outstanding } = sumsOf(reading.ledger, invoice, reading.switches.moneyDecimals);
    totals.add(state, invoice.fields.currency_code, amount, outstanding);
    const isWanted = query.state === "" ? state !== "deleted" : state === query.state;
    if (isWanted && isFound(invoice, words)) found.push({ invoice, state });
  }
  const slice = sliceOf(found, query.page);
  const rows = slice.rows.map(({ invoice, state }) => invoiceRow(reading, invoice, state));
  return { slice: { ...slice, rows }, totals: totals.list() };
}
