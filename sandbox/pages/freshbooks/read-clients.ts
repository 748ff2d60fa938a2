import { readingOf } from "../../freshbooks/reading";
import type { ClientRecord } from "../../freshbooks/records";
import { ledgerOf } from "../../freshbooks/world";
import type { FreshBooksWorld } from "../../freshbooks/world";
import { sliceOf } from "../parts/pager";
import type { Slice } from "../parts/pager";
import { invoiceRow, nameOf } from "./read-invoices";
import type { InvoiceRow } from "./read-invoices";

export interface ClientRow {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly currency: string;
  readonly isDeleted: boolean;
}

function clientRow(client: ClientRecord): ClientRow {
  const { email, currency_code: currency } = client.fields;
  return { id: client.id, name: nameOf(client.fields), email, currency, isDeleted: client.visState === 1 };
}

/** One page of an account's clients, newest first, without the deleted ones. */
export function readClients(
  world: FreshBooksWorld,
  accountId: string,
  query: { readonly search: string; readonly page: number },
): Slice<ClientRow> {
  const words = query.search.trim().toLowerCase();
  const found = ledgerOf(world, accountId)
    .clients.rows.filter((client) => {
      if (client.visState === 1) return false;
      const { email } = client.fields;
      return words === "" || `${nameOf(client.fields)} ${email} ${client.id}`.toLowerCase().includes(words);
    })
    .reverse();
  const slice = sliceOf(found, query.page);
  return { ...slice, rows: slice.rows.map(clientRow) };
}

/** The clients that can be billed, newest first, at most `limit`. */
export function newestClients(
  world: FreshBooksWorld,
  accountId: string,
  limit: number,
): readonly ClientRow[] {
  const { rows } = ledgerOf(world, accountId).clients;
  const newest: ClientRow[] = [];
  for (let place = rows.length - 1; place >= 0 && newest.length < limit; place -= 1) {
    const client = rows[place];
    if (client?.visState === 0) newest.push(clientRow(client));
  }
  return newest;
}

export interface ClientDetail {
  readonly row: ClientRow;
  readonly fields: ClientRecord["fields"];
  readonly invoices: Slice<InvoiceRow>;
}

/** A client with its invoices, newest first; undefined if the account has no such client. */
export function readClient(
  world: FreshBooksWorld,
  accountId: string,
  id: number,
  page: number,
): ClientDetail | undefined {
  const reading = readingOf(world, accountId);
  const client = reading.ledger.clients.get(id);
  if (client === undefined) return undefined;
  const theirs = reading.ledger.invoices.rows.filter(({ fields }) => fields.customerid === id).reverse();
  const slice = sliceOf(theirs, page);
  const rows = slice.rows.map((invoice) => invoiceRow(reading, invoice));
  return { row: clientRow(client), fields: client.fields, invoices: { ...slice, rows } };
}
