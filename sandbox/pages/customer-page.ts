import { html } from "hono/html";
import { z } from "zod";

import { pageLayout } from "./layout";
import type { Page } from "./layout";

const moneySchema = z.object({ amount: z.string(), code: z.string() });
const invoiceSchema = z.object({
  invoice_number: z.string(),
  current_organization: z.string(),
  amount: moneySchema,
  outstanding: moneySchema,
  due_date: z.string(),
});

/** The page a customer sees who follows a share link. `view` is the invoice as the API shows it. */
export function invoiceShownToCustomer(view: unknown): Page {
  const invoice = invoiceSchema.parse(view);
  return pageLayout({
    title: `Invoice ${invoice.invoice_number} · FreshBooks sandbox`,
    vendor: "FreshBooks",
    body: html`<main class="narrow">
      <h1>Invoice ${invoice.invoice_number}</h1>
      <p>To ${invoice.current_organization}, due ${invoice.due_date}.</p>
      <p>
        ${invoice.amount.amount} ${invoice.amount.code}, of which ${invoice.outstanding.amount}
        ${invoice.outstanding.code} is outstanding.
      </p>
      <p class="hint">You see this as the customer; the owner now sees the invoice as viewed.</p>
    </main>`,
  });
}
