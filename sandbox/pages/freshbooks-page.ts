import { html } from "hono/html";
import { z } from "zod";

import { CLIENT_SCRIPT } from "./client-script";
import { pageLayout } from "./layout";
import type { Page } from "./layout";

const moneySchema = z.object({ amount: z.string(), code: z.string() });

const clientSchema = z.object({
  id: z.number(),
  organization: z.string(),
  fname: z.string(),
  lname: z.string(),
  email: z.string(),
  currency_code: z.string(),
  vis_state: z.number(),
});

const invoiceSchema = z.object({
  id: z.number(),
  invoice_number: z.string(),
  current_organization: z.string(),
  amount: moneySchema,
  outstanding: moneySchema,
  due_date: z.string(),
  v3_status: z.string(),
  vis_state: z.number(),
});

const stateSchema = z.object({ clients: z.array(clientSchema), invoices: z.array(invoiceSchema) });

type Client = z.output<typeof clientSchema>;
type Invoice = z.output<typeof invoiceSchema>;

const CURRENCIES = ["USD", "EUR", "GBP", "CAD", "JPY", "KWD"];

function clientName(client: Client): string {
  const person = `${client.fname} ${client.lname}`.trim();
  return client.organization || person || client.email;
}

function field(label: string, input: Page): Page {
  return html`<label class="field"><span>${label}</span>${input}</label>`;
}

function currencies(): Page {
  return html`<select name="currency_code">
    ${CURRENCIES.map((code) => html`<option>${code}</option>`)}
  </select>`;
}

function clientForm(): Page {
  return html`<form class="card" data-call="/_control/clients" data-said="Client created.">
    <h2>New client</h2>
    ${field("Organization", html`<input name="organization" required maxlength="200" />`)}
    ${field("First name", html`<input name="fname" />`)} ${field("Last name", html`<input name="lname" />`)}
    ${field("E-mail", html`<input name="email" type="email" />`)}
    ${field("Street", html`<input name="p_street" />`)} ${field("City", html`<input name="p_city" />`)}
    ${field("Country", html`<input name="p_country" />`)} ${field("Currency", currencies())}
    <button class="primary">Create client</button>
  </form>`;
}

function invoiceForm(clients: readonly Client[]): Page {
  const options = clients.map((client) => html`<option value="${client.id}">${clientName(client)}</option>`);
  return html`<form class="card" data-call="/_control/invoices" data-said="Invoice created.">
    <h2>New invoice</h2>
    ${field(
      "Client",
      html`<select id="clients" name="customerid" data-number required>
        ${options}
      </select>`,
    )}
    ${field(
      "Amount",
      html`<input
        name="amount"
        inputmode="decimal"
        pattern="[0-9]+([.][0-9]+)?"
        placeholder="1500.00"
        required
      />`,
    )}
    ${field("Currency", currencies())}
    ${field("Due in days", html`<input name="due_offset_days" data-number type="number" min="0" value="30" />`)}
    <button class="primary">Create invoice</button>
  </form>`;
}

function act(invoice: Invoice, verb: string, label: string, said: string): Page {
  return html`<button data-call="/_control/invoices/${invoice.id}/${verb}" data-said="${said}">
    ${label}
  </button>`;
}

function acts(invoice: Invoice): Page {
  if (invoice.vis_state === 1) return act(invoice, "undelete", "Restore", "Invoice restored.");
  const isDraft = invoice.v3_status === "draft";
  const isOpen = invoice.v3_status !== "paid";
  return html`<div class="row">
    ${isDraft ? act(invoice, "mark-as-sent", "Mark as sent", "Invoice marked as sent.") : ""}
    ${invoice.v3_status === "sent" ? act(invoice, "view", "Customer views it", "The customer opened it.") : ""}
    ${
      isOpen && !isDraft && invoice.v3_status !== "overdue"
        ? act(invoice, "let-fall-due", "Let it fall due", "It was due yesterday.")
        : ""
    }
    ${isOpen ? paymentForm(invoice) : ""} ${act(invoice, "delete", "Delete", "Invoice deleted.")}
  </div>`;
}

function paymentForm(invoice: Invoice): Page {
  return html`<form
    class="row"
    data-call="/_control/invoices/${invoice.id}/payments"
    data-said="Payment recorded."
  >
    <input
      id="amount-${invoice.id}"
      name="amount"
      aria-label="Amount of the payment on ${invoice.invoice_number}"
      inputmode="decimal"
      pattern="[0-9]+([.][0-9]+)?"
      placeholder="${invoice.outstanding.amount}"
      required
    />
    <button>Record a payment</button>
  </form>`;
}

function money(value: Invoice["amount"]): Page {
  return html`<td class="money">${value.amount} <small>${value.code}</small></td>`;
}

function invoiceRow(invoice: Invoice): Page {
  const state = invoice.vis_state === 1 ? "deleted" : invoice.v3_status;
  return html`<tr>
    <td>${invoice.invoice_number}<br /><code>${invoice.id}</code></td>
    <td>${invoice.current_organization}</td>
    ${money(invoice.amount)} ${money(invoice.outstanding)}
    <td class="nowrap">${invoice.due_date}</td>
    <td><span class="badge ${state}">${state}</span></td>
    <td>${acts(invoice)}</td>
  </tr>`;
}

function invoiceTable(invoices: readonly Invoice[]): Page {
  if (invoices.length === 0)
    return html`<p class="hint">No invoices yet. Create a client, then its first invoice.</p>`;
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">Invoice</th>
          <th scope="col">Client</th>
          <th scope="col" class="money">Amount</th>
          <th scope="col" class="money">Outstanding</th>
          <th scope="col">Due</th>
          <th scope="col">State</th>
          <th scope="col">As the owner</th>
        </tr>
      </thead>
      <tbody>
        ${invoices.map(invoiceRow)}
      </tbody>
    </table>
  </div>`;
}

function clientTable(clients: readonly Client[]): Page {
  if (clients.length === 0) return html`<p class="hint">No clients yet.</p>`;
  const rows = clients.map(
    (client) =>
      html`<tr>
        <td>${clientName(client)}<br /><code>${client.id}</code></td>
        <td>${client.email}</td>
        <td>${client.currency_code}</td>
        <td>
          <button data-call="/_control/clients/${client.id}/delete" data-said="Client deleted.">
            Delete
          </button>
        </td>
      </tr>`,
  );
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">Client</th>
          <th scope="col">E-mail</th>
          <th scope="col">Currency</th>
          <th scope="col">As the owner</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

/** The page on which one acts as the owner of the FreshBooks business. `state` is what the control API shows. */
export function freshBooksPage(state: unknown, shown: number): Page {
  const { clients, invoices } = stateSchema.parse(state);
  const active = clients.filter((client) => client.vis_state !== 1).reverse();
  return pageLayout({
    title: "FreshBooks sandbox",
    vendor: "FreshBooks",
    script: CLIENT_SCRIPT,
    body: html`<main>
      <h1>Northwind Studio</h1>
      <p class="hint">You act as its owner. Nothing here reaches FreshBooks itself.</p>
      <p id="said" class="said" role="status"></p>
      <div class="forms">${clientForm()} ${invoiceForm(active)}</div>
      <div id="live">
        <h2>Invoices (${invoices.length})</h2>
        ${invoiceTable(invoices.toReversed().slice(0, shown))}
        <h2>Clients (${active.length})</h2>
        ${clientTable(active.slice(0, shown))}
      </div>
    </main>`,
  });
}
