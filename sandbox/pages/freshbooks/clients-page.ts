import { html } from "hono/html";

import type { Page } from "../frame/frame";
import type { FormProblem } from "../parts/form";
import { actButton } from "../parts/form";
import { pager } from "../parts/pager";
import type { Slice } from "../parts/pager";
import { facts, table } from "../parts/table";
import { newClientForm, newInvoiceForm } from "./invoice-forms";
import { invoiceTable } from "./invoice-table";
import { hrefIn } from "./place";
import type { Place } from "./place";
import type { ClientDetail, ClientRow } from "./read-clients";

export interface ClientsView {
  readonly search: string;
  readonly slice: Slice<ClientRow>;
  readonly problem?: FormProblem | undefined;
}

const COLUMNS = [{ label: "Client" }, { label: "E-mail" }, { label: "Currency" }, { label: "Id" }];

function clientRow(place: Place, client: ClientRow): Page {
  return html`<tr data-key="client-${client.id}">
    <td class="full">
      <a class="cut" href="${hrefIn(place, `/clients/${client.id}`)}" dir="auto">${client.name}</a>
    </td>
    <td><span class="cut" dir="auto">${client.email}</span></td>
    <td>${client.currency}</td>
    <td class="mono">${client.id}</td>
  </tr>`;
}

function found(place: Place, { search, slice }: ClientsView): Page {
  if (slice.total === 0) {
    const text = search === "" ? "No clients yet. The form above makes the first one." : "No client matches.";
    return html`<p class="hint">${text}</p>`;
  }
  return html`${table(
    "Clients",
    COLUMNS,
    slice.rows.map((client) => clientRow(place, client)),
  )}
  ${pager(slice, (page) => hrefIn(place, "/clients", { q: search, page }))}`;
}

/** All clients of the books. */
export function clientsPage(place: Place, view: ClientsView): Page {
  return html`<div class="head">
      <h1>Clients</h1>
      <form class="search" method="get" action="/clients" role="search" data-in-place>
        <input type="hidden" name="account" value="${place.accountId}" />
        <input
          type="search"
          id="search"
          name="q"
          value="${view.search}"
          aria-label="Search clients by name, e-mail or id"
          placeholder="Name, e-mail or id"
        />
        <button>Search</button>
      </form>
    </div>
    <details class="add panel" ${view.problem !== undefined || view.slice.total === 0 ? html`open` : ""}>
      <summary>New client</summary>
      ${newClientForm(place, view.problem)}
    </details>
    <section class="stack" aria-label="List of clients">${found(place, view)}</section>`;
}

function addressOf({ fields }: ClientDetail): string {
  const { p_street, p_street2, p_code, p_city, p_province, p_country } = fields;
  return [p_street, p_street2, `${p_code} ${p_city}`.trim(), p_province, p_country]
    .filter((part) => part !== "")
    .join(", ");
}

/** One client, its invoices, and a new one for it. */
export function clientPage(place: Place, client: ClientDetail, problem?: FormProblem): Page {
  const { row, fields, invoices } = client;
  const here = hrefIn(place, `/clients/${row.id}`);
  return html`<div class="head">
      <h1>
        <span class="soft">Client</span> <span dir="auto">${row.name}</span>
        <small class="mono">${row.id}</small>
      </h1>
      ${
        row.isDeleted
          ? html`<span class="badge">deleted</span>`
          : actButton(hrefIn(place, `/clients/${row.id}/delete`), "Delete", {
              title: "It is marked as deleted, its invoices stay; callbacks are told client.delete.",
              isDangerous: true,
            })
      }
    </div>
    <section class="panel">
      ${facts([
        ["Organization", fields.organization],
        ["Person", `${fields.fname} ${fields.lname}`.trim()],
        ["E-mail", fields.email],
        ["Address", addressOf(client)],
        ["Currency", fields.currency_code],
      ])}
    </section>
    ${
      row.isDeleted
        ? ""
        : html`<details class="add panel" ${problem === undefined ? "" : html`open`}>
            <summary>New invoice for this client</summary>
            ${newInvoiceForm(place, `/clients/${row.id}/invoices`, [row], problem)}
          </details>`
    }
    <section class="stack" aria-labelledby="theirs">
      <h2 id="theirs">Invoices</h2>
      ${
        invoices.total === 0
          ? html`<p class="hint">None yet.</p>`
          : html`${invoiceTable(place, invoices.rows, here)}
            ${pager(invoices, (page) => hrefIn(place, `/clients/${row.id}`, { page }))}`
      }
    </section>`;
}
