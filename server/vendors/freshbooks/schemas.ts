import { z } from "zod";
import { date, id, optionalDate, optionalId, text, wholeNumber } from "./text";

/** `vis_state`: 0 active, 1 deleted, 2 archived; missing means active. A fourth value is refused, not guessed. */
const visibility = z
  .union([z.literal([0, "0"]), z.literal([1, "1"]), z.literal([2, "2"])])
  .nullish()
  .transform((value) => {
    if (value === 1 || value === "1") return "deleted" as const;
    return value === 2 || value === "2" ? ("archived" as const) : ("active" as const);
  });

/** A sum as sent: decimal text, up to 26 digits seen (facts §5). */
const wireMoney = z.object({
  amount: z.union([z.string(), z.number().transform(String)]).pipe(z.string().regex(/^-?\d+(\.\d+)?$/)),
  code: z.string().nullish(),
});

/** A client's record, facts §4. */
export const clientSchema = z.object({
  id,
  organization: text,
  fname: text,
  lname: text,
  email: text,
  bus_phone: text,
  mob_phone: text,
  vat_number: text,
  note: text,
  language: text,
  currency_code: text,
  p_street: text,
  p_street2: text,
  p_city: text,
  p_province: text,
  p_country: text,
  p_code: text,
  vis_state: visibility,
  updated: text,
});

/** An invoice, facts §5. */
export const invoiceSchema = z.object({
  id,
  invoice_number: text,
  customerid: id,
  current_organization: text,
  organization: text,
  fname: text,
  lname: text,
  currency_code: z.string().min(1),
  amount: wireMoney,
  outstanding: wireMoney,
  paid: wireMoney,
  create_date: date,
  due_date: optionalDate,
  date_paid: optionalDate,
  description: text,
  po_number: text,
  status: wholeNumber,
  display_status: text,
  payment_status: text,
  v3_status: text,
  deposit_status: text,
  autobill_status: text,
  dispute_status: text,
  vis_state: visibility,
  updated: text,
  version: text,
});

/** A payment, facts §6. `invoiceid` is absent on money that belongs to no invoice. */
export const paymentSchema = z.object({
  id,
  invoiceid: optionalId,
  clientid: optionalId,
  amount: wireMoney,
  date,
  vis_state: visibility,
});

/** A credit note, facts §6, §14.9; its id goes by either name. */
export const creditNoteSchema = z.object({
  id: id.nullish(),
  creditid: id.nullish(),
  clientid: id,
  vis_state: visibility,
});

/** A callback registration, facts §3.1: the id key is `callbackid`, a docs sample also has `id`. */
export const callbackSchema = z.object({
  callbackid: id.nullish(),
  id: id.nullish(),
  event: text,
  uri: text,
  verified: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
});

/** Where a list stands, facts §8. `total` is left out: it may count rows that are never given. */
export const pagingSchema = z.object({ page: wholeNumber, pages: wholeNumber });

export type WireClient = z.output<typeof clientSchema>;
export type WireInvoice = z.output<typeof invoiceSchema>;
export type WirePayment = z.output<typeof paymentSchema>;
export type WireCreditNote = z.output<typeof creditNoteSchema>;
export type WireCallback = z.output<typeof callbackSchema>;
export type WireMoney = z.output<typeof wireMoney>;
