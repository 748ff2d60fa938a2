import { z } from "zod";

// FreshBooks answers "" where a text was never set, and takes null for it.
const text = z
  .string()
  .max(10_000)
  .nullable()
  .transform((value) => value ?? "");
const optionalText = z.string().max(10_000).nullable();
const date = z.iso.date();
const currency = z.string().regex(/^[A-Z]{3}$/, "must be a three-letter currency code");
export const decimalSchema = z
  .union([z.string().regex(/^-?\d+(\.\d+)?$/, "must be a decimal number"), z.number()])
  .transform(String);
// The official SDK writes some ids as text; FreshBooks takes both.
const whole = z.union([z.int(), z.string().regex(/^\d+$/, "must be a number").transform(Number)]);
const money = z.object({ amount: decimalSchema, code: currency.optional() });

/** Everything of a client that may be written (facts §4), as it is kept. */
export const clientFieldsSchema = z.object({
  organization: text,
  fname: text,
  lname: text,
  email: text,
  mob_phone: text,
  bus_phone: text,
  fax: text,
  home_phone: optionalText,
  p_street: text,
  p_street2: text,
  p_city: text,
  p_province: text,
  p_country: text,
  p_code: text,
  s_street: text,
  s_street2: text,
  s_city: text,
  s_province: text,
  s_country: text,
  s_code: text,
  currency_code: currency,
  language: z.string().min(2),
  note: optionalText,
  vat_name: optionalText,
  vat_number: optionalText,
  company_industry: optionalText,
  company_size: optionalText,
  allow_late_fees: z.boolean(),
  allow_late_notifications: z.boolean(),
  allow_email_include_pdf: z.boolean(),
  pref_email: z.boolean(),
  pref_gmail: z.boolean(),
  notified: z.boolean(),
});

/** One line of an invoice as it is written (facts §5). */
export const lineSchema = z.object({
  type: z.int().default(0),
  name: text.default(""),
  description: text.default(""),
  qty: decimalSchema.default("1"),
  unit_cost: money.default({ amount: "0.00" }).transform(({ amount }) => amount),
  taxName1: optionalText.default(null),
  taxAmount1: decimalSchema.nullable().default(null),
  taxName2: optionalText.default(null),
  taxAmount2: decimalSchema.nullable().default(null),
});

/** Everything of an invoice that may be written as a plain field, without its lines, as it is kept. */
export const invoiceFieldsSchema = z.object({
  customerid: whole,
  create_date: date,
  due_offset_days: whole.pipe(z.int().min(0)),
  currency_code: currency,
  invoice_number: z.string().min(1).max(50),
  language: z.string().min(2),
  notes: text,
  terms: optionalText,
  po_number: optionalText,
  discount_value: decimalSchema,
  discount_description: optionalText,
});

/** Kinds of payment that FreshBooks knows (facts §6). */
const PAYMENT_TYPES = [
  "Check",
  "Credit",
  "Cash",
  "Bank Transfer",
  "Credit Card",
  "Debit",
  "PayPal",
  "ACH",
  "Other",
  "2Checkout",
  "VISA",
  "MASTERCARD",
  "DISCOVER",
  "AMEX",
  "DINERS",
  "JCB",
] as const;

/** Everything of a credit note that may be written as a plain field, as it is kept. */
export const creditNoteFieldsSchema = z.object({
  clientid: whole,
  create_date: date,
  currency_code: currency,
  credit_number: z.string().min(1).max(50),
  credit_type: z.enum(["goodwill", "overpayment", "prepayment"]),
  language: z.string().min(2),
  notes: text,
});

/** Everything of a payment that may be written, as it is kept. */
export const paymentFieldsSchema = z.object({
  invoiceid: whole,
  amount: money.transform(({ amount }) => amount),
  date,
  type: z.enum(PAYMENT_TYPES),
  note: text,
});

/** Status fields of an invoice that a test can have shown as it likes. */
export const shownAsSchema = z.strictObject({
  status: z.int().optional(),
  display_status: z.string().nullable().optional(),
  payment_status: z.string().nullable().optional(),
  v3_status: z.string().nullable().optional(),
  deposit_status: z.string().nullable().optional(),
  autobill_status: z.string().nullable().optional(),
  dispute_status: z.string().nullable().optional(),
});

/** A further person of a client, as it is written (facts §4). */
export const contactSchema = z.object({
  fname: text.default(""),
  lname: text.default(""),
  email: text.default(""),
  phone1: text.default(""),
  phone2: text.default(""),
});
