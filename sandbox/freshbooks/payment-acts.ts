import Big from "big.js";

import { dateInZone } from "../lib/zone-time";
import { announce } from "./announce";
import { invalidField, unknownRecord } from "./errors";
import { parseFields, refuseReadOnly } from "./fields";
import { paymentFieldsSchema } from "./inputs";
import { findInvoice, touchInvoice } from "./invoice-acts";
import type { Actor, InvoiceRecord, PaymentFields, PaymentRecord, VisState } from "./records";
import { readVisState } from "./vis-state";
import type { FreshBooksWorld } from "./world";

/** Fields of a payment as they come from outside, in the API's own names. */
export type PaymentInput = Readonly<Record<string, unknown>>;

const READ_ONLY = ["id", "logid", "updated", "accounting_systemid"];

export function findPayment(world: FreshBooksWorld, actor: Actor, id: number): PaymentRecord {
  const payment = world.payments.get(id);
  if (payment?.accountId === actor.accountId) return payment;
  throw unknownRecord("payment", "paymentid", id);
}

function readFields(input: PaymentInput): PaymentFields {
  const fields = parseFields(paymentFieldsSchema, "payment", input);
  if (new Big(fields.amount.amount).lte(0)) {
    throw invalidField("payment", "amount", 1004, "amount must be greater than zero.");
  }
  return { ...fields, amount: { ...fields.amount, amount: new Big(fields.amount.amount).toFixed(2) } };
}

// A payment moves the invoice's computed fields; whether it also says so is not documented (facts §6).
function moveInvoice(world: FreshBooksWorld, actor: Actor, invoice: InvoiceRecord): void {
  touchInvoice(world, invoice);
  if (world.switches.paymentEmitsInvoiceUpdate) announce(world, actor, "invoice.update", invoice.id);
}

/** Records a payment on an invoice; one that was still a draft counts as sent from then on. */
export function createPayment(world: FreshBooksWorld, actor: Actor, input: PaymentInput): PaymentRecord {
  refuseReadOnly("payment", input, READ_ONLY);
  const today = dateInZone(world.clock.nowMs(), actor.timeZone);
  const fields = readFields({ date: today, type: "Other", note: "", ...input });
  const invoice = findInvoice(world, actor, fields.invoiceid);
  const payment: PaymentRecord = {
    id: world.ids.payment.take(),
    accountId: actor.accountId,
    invoiceId: invoice.id,
    clientId: invoice.fields.customerid,
    currencyCode: invoice.fields.currency_code,
    fields,
    visState: 0,
    updatedMs: world.clock.nowMs(),
  };
  world.payments.set(payment.id, payment);
  invoice.paymentIds.push(payment.id);
  if (invoice.progress === "draft") invoice.progress = "sent";
  announce(world, actor, "payment.create", payment.id);
  moveInvoice(world, actor, invoice);
  return payment;
}

function setVisState(world: FreshBooksWorld, actor: Actor, payment: PaymentRecord, visState: VisState): void {
  payment.visState = visState;
  payment.updatedMs = world.clock.nowMs();
  announce(world, actor, visState === 1 ? "payment.delete" : "payment.update", payment.id);
}

/** Changes or deletes a payment; the invoice's sums follow. */
export function updatePayment(
  world: FreshBooksWorld,
  actor: Actor,
  payment: PaymentRecord,
  input: PaymentInput,
): void {
  const visState = readVisState("payment", input);
  if (visState === undefined) {
    refuseReadOnly("payment", input, [...READ_ONLY, "invoiceid"]);
    payment.fields = readFields({ ...payment.fields, ...input });
    payment.updatedMs = world.clock.nowMs();
    announce(world, actor, "payment.update", payment.id);
  } else {
    setVisState(world, actor, payment, visState);
  }
  moveInvoice(world, actor, findInvoice(world, actor, payment.invoiceId));
}
