import { html } from "hono/html";

import type { Page } from "../frame/frame";
import { actButton, postForm, selectField, textField } from "../parts/form";
import type { FormProblem } from "../parts/form";
import { money } from "../parts/money";
import { facts, table } from "../parts/table";
import { deliveryTable } from "./delivery-table";
import { INVOICE_ACTS } from "./invoice-acts";
import type { InvoiceAct } from "./invoice-acts";
import { hrefIn } from "./place";
import type { Place } from "./place";
import type { InvoiceDetail, PaymentRow } from "./read-invoice";
import { stateMark } from "./states";

const PAID_BY = [
  { value: "payment", label: "The customer's money" },
  { value: "credit", label: "A credit note" },
];

function actRow(place: Place, id: number, act: InvoiceAct): Page {
  return html`<li class="row spread" data-key="act-${act.key}">
    <span class="hint" style="flex: 1 1 200px">${act.consequence}</span>
    ${actButton(hrefIn(place, `/invoices/${id}/acts/${act.key}`), act.label, {
      isDangerous: act.isDangerous === true,
    })}
  </li>`;
}

function actList(place: Place, id: number, acts: readonly InvoiceAct[]): Page {
  return html`<ul class="stack plain">
    ${acts.map((act) => actRow(place, id, act))}
  </ul>`;
}

function acts(place: Place, { row }: InvoiceDetail): Page {
  const possible = INVOICE_ACTS.filter((act) => act.isPossible(row.state));
  const rare = possible.filter((act) => act.isRare === true);
  const usual = possible.filter((act) => act.isRare !== true);
  return html`<section class="panel stack" aria-labelledby="acts-title">
    <h2 id="acts-title">What can happen next</h2>
    ${actList(place, row.id, usual)}
    ${
      rare.length === 0
        ? ""
        : html`<details id="rare-acts">
            <summary>What happens more seldom</summary>
            ${actList(place, row.id, rare)}
          </details>`
    }
  </section>`;
}

function paymentRow(place: Place, { row }: InvoiceDetail, payment: PaymentRow): Page {
  return html`<tr data-key="payment-${payment.id}">
    <td class="nowrap">${payment.date}</td>
    <td>${payment.type} <small>${payment.id}</small></td>
    <td class="money">${money(payment.amount, row.currency)}</td>
    <td class="full">
      ${
        payment.isDeleted
          ? html`<span class="badge">deleted</span>`
          : actButton(hrefIn(place, `/invoices/${row.id}/payments/${payment.id}/delete`), "Delete", {
              title: "The sums follow; callbacks are told payment.delete.",
              name: `Delete payment ${payment.id}`,
              isDangerous: true,
            })
      }
    </td>
  </tr>`;
}

function payments(place: Place, invoice: InvoiceDetail, problem: FormProblem | undefined): Page {
  const { row } = invoice;
  const columns = [
    { label: "Date" },
    { label: "Payment" },
    { label: "Amount", isMoney: true },
    { label: "" },
  ];
  const isPayable = row.state !== "deleted";
  const form = { name: "new-payment", problem };
  return html`<section class="panel stack" aria-labelledby="payments-title">
    <h2 id="payments-title">Payments</h2>
    ${
      invoice.payments.length === 0
        ? html`<p class="hint">None yet.</p>`
        : table(
            "Payments",
            columns,
            invoice.payments.map((payment) => paymentRow(place, invoice, payment)),
          )
    }
    ${
      isPayable
        ? postForm(
            {
              ...form,
              action: hrefIn(place, `/invoices/${row.id}/payments`),
              button: "Record payment",
            },
            html`${textField(form, {
              name: "amount",
              label: `Amount in ${row.currency}`,
              inputmode: "decimal",
              value: row.outstanding,
              isRequired: true,
              hint: "All of what is outstanding, or a part of it.",
            })}
            ${selectField(form, { name: "kind", label: "Paid by" }, PAID_BY)}`,
          )
        : ""
    }
  </section>`;
}

function lines({ lines: rows, row }: InvoiceDetail): Page {
  const columns = [
    { label: "Line" },
    { label: "Quantity", isMoney: true },
    { label: "Unit cost", isMoney: true },
  ];
  return html`<section class="stack" aria-labelledby="lines-title">
    <h2 id="lines-title">Lines</h2>
    ${table(
      "Lines",
      columns,
      rows.map(
        (line) =>
          html`<tr>
            <td class="full" dir="auto">${line.name} <small>${line.description}</small></td>
            <td class="money">${line.qty}</td>
            <td class="money">${money(line.unitCost, row.currency)}</td>
          </tr>`,
      ),
    )}
  </section>`;
}

function calls({ calls: rows }: InvoiceDetail): Page {
  if (rows.length === 0) return html`<p class="hint">No call to the API has named this invoice yet.</p>`;
  return table(
    "Calls to the API",
    [{ label: "When" }, { label: "Call" }, { label: "Answer" }],
    rows.map(
      (call) =>
        html`<tr>
          <td class="nowrap">${call.at.slice(0, 19).replace("T", " ")}</td>
          <td><code>${call.method}</code></td>
          <td>${call.status}</td>
        </tr>`,
    ),
  );
}

/** One invoice: its states and times, what can happen to it, its money, and who was told of it. */
export function invoicePage(place: Place, invoice: InvoiceDetail, problem?: FormProblem): Page {
  const { row } = invoice;
  return html`<div class="head">
      <h1>
        <span class="soft">Invoice</span> <span dir="auto">${row.number}</span>
        <small class="mono">${row.id}</small>
      </h1>
      ${stateMark(row.state)}
    </div>
    <div class="columns">
      <div class="stack">
        <section class="panel">
          ${facts([
            ["Client", html`<a href="${hrefIn(place, `/clients/${row.clientId}`)}">${row.client}</a>`],
            ["Amount", money(row.amount, row.currency)],
            ["Outstanding", money(row.outstanding, row.currency)],
            ["Due", row.dueDate],
            ["Share link", html`<a href="/view/${invoice.uuid}">opens it as the customer</a>`],
          ])}
        </section>
        ${payments(place, invoice, problem)}
      </div>
      ${acts(place, invoice)}
    </div>
    ${lines(invoice)}
    <section class="stack" aria-labelledby="told-title">
      <h2 id="told-title">Callbacks sent for it</h2>
      ${deliveryTable("Callbacks sent for this invoice", invoice.deliveries)}
    </section>
    <div class="columns">
      <section aria-labelledby="axes-title">
        <h2 id="axes-title">As the API shows it</h2>
        ${facts(invoice.axes.map(([name, value]) => [name, html`<code>${value}</code>`]))}
      </section>
      <section class="stack" aria-labelledby="calls-title">
        <h2 id="calls-title">Calls to the API</h2>
        ${calls(invoice)}
      </section>
    </div>`;
}
