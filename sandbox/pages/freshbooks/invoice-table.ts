import { html } from "hono/html";

import type { Page } from "../frame/frame";
import { money } from "../parts/money";
import { table } from "../parts/table";
import { hrefIn } from "./place";
import type { Place } from "./place";
import { nextAct } from "./invoice-acts";
import type { InvoiceRow } from "./read-invoices";
import { stateMark } from "./states";

const COLUMNS = [
  { label: "Invoice" },
  { label: "Client" },
  { label: "State" },
  { label: "Due" },
  { label: "Amount", isMoney: true },
  { label: "Outstanding", isMoney: true },
  { label: "Next" },
];

function next(place: Place, invoice: InvoiceRow, back: string): Page {
  const act = nextAct(invoice.state);
  if (act === undefined) return html``;
  return html`<form method="post" action="${hrefIn(place, `/invoices/${invoice.id}/acts/${act.key}`)}">
    <input type="hidden" name="back" value="${back}" />
    <button title="${act.consequence}" aria-label="${act.label}: ${invoice.number}">${act.label}</button>
  </form>`;
}

/** Invoices as a table; each with the act that usually comes next. */
export function invoiceTable(place: Place, invoices: readonly InvoiceRow[], back: string): Page {
  const rows = invoices.map(
    (invoice) =>
      html`<tr data-key="invoice-${invoice.id}">
        <td>
          <a href="${hrefIn(place, `/invoices/${invoice.id}`)}" dir="auto">${invoice.number}</a>
        </td>
        <td class="full">
          <a
            href="${hrefIn(place, `/clients/${invoice.clientId}`)}"
            class="cut"
            dir="auto"
            style="color: inherit"
            >${invoice.client}</a
          >
        </td>
        <td>${stateMark(invoice.state)}</td>
        <td class="nowrap" data-label="due">${invoice.dueDate}</td>
        <td class="money">${money(invoice.amount, invoice.currency)}</td>
        <td class="money" data-label="open">${money(invoice.outstanding, invoice.currency)}</td>
        <td class="full">${next(place, invoice, back)}</td>
      </tr>`,
  );
  return table("Invoices", COLUMNS, rows);
}
