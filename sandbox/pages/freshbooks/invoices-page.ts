import { html } from "hono/html";

import type { Page } from "../frame/frame";
import { count, pager } from "../parts/pager";
import { newInvoiceForm } from "./invoice-forms";
import { invoiceTable } from "./invoice-table";
import { hrefIn } from "./place";
import type { Place } from "./place";
import type { ClientRow } from "./read-clients";
import type { InvoiceList, InvoiceQuery } from "./read-invoices";
import { compareStates, stateWord } from "./states";
import { summary } from "./summary";
import type { FormProblem } from "../parts/form";

export interface InvoicesView {
  readonly query: InvoiceQuery;
  readonly list: InvoiceList;
  /** Clients to choose from for a new invoice. */
  readonly clients: readonly ClientRow[];
  readonly problem?: FormProblem | undefined;
}

function search(place: Place, { query, list }: InvoicesView): Page {
  const states = [...new Set([query.state, ...list.totals.map(({ state }) => state)])]
    .filter((state) => state !== "")
    .sort(compareStates);
  return html`<form class="search" method="get" action="/" role="search" data-in-place>
    <input type="hidden" name="account" value="${place.accountId}" />
    <input
      type="search"
      id="search"
      name="q"
      value="${query.search}"
      aria-label="Search invoices by number, client or e-mail"
      placeholder="Number, client or e-mail"
    />
    <select name="state" id="state" aria-label="State" data-submits>
      <option value="">All but deleted</option>
      ${states.map(
        (state) =>
          html`<option value="${state}" ${state === query.state ? html`selected` : ""}>
            ${stateWord(state)}
          </option>`,
      )}
    </select>
    <button>Search</button>
  </form>`;
}

function found(place: Place, { query, list }: InvoicesView): Page {
  const { slice } = list;
  const hrefOf = (page: number) => hrefIn(place, "/", { q: query.search, state: query.state, page });
  if (slice.total === 0) {
    return html`<p class="hint">
      ${
        list.totals.length === 0
          ? "No invoices yet. Create a client, then its first invoice; or load sample data in Backstage."
          : "No invoice matches. Try fewer letters, or all states."
      }
    </p>`;
  }
  return html`${invoiceTable(place, slice.rows, hrefOf(slice.page))} ${pager(slice, hrefOf)}`;
}

function maker(place: Place, { clients, problem }: InvoicesView): Page {
  if (clients.length === 0) {
    return html`<p class="hint">
      An invoice needs a client: <a href="${hrefIn(place, "/clients")}">create the first one</a>.
    </p>`;
  }
  return html`<details class="add panel" ${problem === undefined ? "" : html`open`}>
    <summary>New invoice</summary>
    ${newInvoiceForm(place, "/invoices", clients, problem)}
    <p class="hint">The newest clients are offered here; any other can be billed on its own page.</p>
  </details>`;
}

/** All invoices of the books, as their owner sees them. */
export function invoicesPage(place: Place, view: InvoicesView): Page {
  const all = view.list.totals.reduce((sum, total) => sum + total.count, 0);
  return html`<div class="head">
      <h1>Invoices <small>${count(all)}</small></h1>
      ${search(place, view)}
    </div>
    ${summary(view.list.totals, (state) => hrefIn(place, "/", { state }))} ${maker(place, view)}
    <section class="stack" aria-label="List of invoices">${found(place, view)}</section>`;
}
