import { html } from "hono/html";
import { z } from "zod";

import type { Page } from "../frame/frame";
import { postForm, selectField, textField } from "../parts/form";
import type { Choice, FormProblem } from "../parts/form";
import { hrefIn } from "./place";
import type { Place } from "./place";
import type { ClientRow } from "./read-clients";

const amountText = z.string().regex(/^\d+(\.\d+)?$/, "Write an amount such as 1500.00, greater than zero.");
const currencyText = z.string().regex(/^[A-Z]{3}$/, "Write a currency code of three letters, such as EUR.");

/** What the form for a new invoice sends. */
export const newInvoiceSchema = z.object({
  customerid: z.coerce.number("Choose a client.").int("Choose a client.").min(1, "Choose a client."),
  amount: amountText,
  currency_code: currencyText,
  due_offset_days: z.coerce
    .number("Write a number of days.")
    .int("Write whole days.")
    .min(0, "Write 0 or more days."),
  notes: z.string().max(2000, "Write at most 2,000 characters."),
});

/** What the form for a payment sends. */
export const newPaymentSchema = z.object({ amount: amountText, kind: z.enum(["payment", "credit"]) });

/** What the form for a new client sends, in the API's own names. */
export const newClientSchema = z
  .object({
    organization: z.string().max(255, "Write at most 255 characters."),
    fname: z.string(),
    lname: z.string(),
    email: z.union([z.literal(""), z.email("Write an e-mail address, or leave it empty.")]),
    p_street: z.string(),
    p_city: z.string(),
    p_country: z.string(),
    currency_code: currencyText,
  })
  .refine((client) => `${client.organization}${client.fname}${client.lname}${client.email}`.trim() !== "", {
    error: "Give the client a name or an e-mail address.",
    path: ["organization"],
  });

/** Name of the form for a new invoice. */
export const INVOICE_FORM = "new-invoice";

/** A form for a new invoice of one of `clients`, which posts to `path`. */
export function newInvoiceForm(
  place: Place,
  path: string,
  clients: readonly ClientRow[],
  problem: FormProblem | undefined,
): Page {
  const form = { name: INVOICE_FORM, problem };
  const choices: Choice[] = clients.map(({ id, name, currency }) => ({
    value: String(id),
    label: `${name} · ${currency}`,
  }));
  const [only] = clients;
  const currency = clients.length === 1 && only !== undefined ? only.currency : place.business.currencyCode;
  return postForm(
    { ...form, action: hrefIn(place, path), button: "Create invoice" },
    html`${selectField(form, { name: "customerid", label: "Client" }, choices)}
    ${textField(form, {
      name: "amount",
      label: "Amount",
      inputmode: "decimal",
      placeholder: "1500.00",
      isRequired: true,
    })}
    ${textField(form, { name: "currency_code", label: "Currency", value: currency, isRequired: true })}
    ${textField(form, { name: "due_offset_days", label: "Due in days", inputmode: "numeric", value: "30" })}
    ${textField(form, { name: "notes", label: "Notes" })}`,
  );
}

export function newClientForm(place: Place, problem: FormProblem | undefined): Page {
  const form = { name: "new-client", problem };
  return postForm(
    { ...form, action: hrefIn(place, "/clients"), button: "Create client" },
    html`${textField(form, { name: "organization", label: "Organization" })}
    ${textField(form, { name: "fname", label: "First name" })}
    ${textField(form, { name: "lname", label: "Last name" })}
    ${textField(form, { name: "email", label: "E-mail" })}
    ${textField(form, { name: "p_street", label: "Street" })}
    ${textField(form, { name: "p_city", label: "City" })}
    ${textField(form, { name: "p_country", label: "Country" })}
    ${textField(form, {
      name: "currency_code",
      label: "Currency",
      value: place.business.currencyCode,
      isRequired: true,
    })}`,
  );
}
