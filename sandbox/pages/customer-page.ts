import { html } from "hono/html";
import { z } from "zod";

import { plainPage } from "./frame/frame";
import type { Page } from "./frame/frame";
import { money } from "./parts/money";
import { facts } from "./parts/table";

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
  return plainPage({
    title: `Invoice ${invoice.invoice_number} · FreshBooks sandbox`,
    vendor: "FreshBooks",
    main: html`<h1>Invoice <span dir="auto">${invoice.invoice_number}</span></h1>
      ${facts([
        ["To", invoice.current_organization],
        ["Due", invoice.due_date],
        ["Amount", money(invoice.amount.amount, invoice.amount.code)],
        ["Outstanding", money(invoice.outstanding.amount, invoice.outstanding.code)],
      ])}
      <p class="hint">You see this as the customer; the owner now sees the invoice as viewed.</p>`,
  });
}
