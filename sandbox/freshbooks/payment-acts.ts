import Big from "big.js";

import { dateInZone } from "../lib/zone-time";
import { announce } from "./announce";
import { requireCredit, takeExcess } from "./credits";
import { AccountingError, invalidField, unknownRecord } from "./errors";
import { parseFields, refuseReadOnly } from "./fields";
import { paymentFieldsSchema } from "./inputs";
import { findInvoice, touchInvoice } from "./invoice-acts";
import { sumsOf } from "./invoice-sums";
import type { Actor, InvoiceRecord, PaymentFields, PaymentRecord, VisState } from "./records";
import { readVisState } from "./vis-state";
import type { FreshBooksWorld } from "./world";
import { ledgerOf, takeId } from "./world";

/** Fields of a payment as they come from outside, in the API's own names. */
export type PaymentInput = Readonly<Record<string, unknown>>;

const READ_ONLY = ["id", "logid", "updated", "accounting_systemid"];

export function findPayment(world: FreshBooksWorld, actor: Actor, id: number): PaymentRecord {
  const payment = ledgerOf(world, actor.accountId).payments.get(id);
  if (payment !== undefined) return payment;
  throw unknownRecord("payment", "paymentid", id);
}

function readFields(input: PaymentInput): PaymentFields {
  const fields = parseFields(paymentFieldsSchema, "payment", input);
  if (new Big(fields.amount).lte(0)) {
    throw invalidField("payment", "amount", 1004, "amount must be greater than zero.");
  }
  return fields;
}

function refuseComputed(world: FreshBooksWorld, input: PaymentInput, readOnly: readonly string[]): void {
  if (world.switches.readOnlyFields === "refused") refuseReadOnly("payment", input, readOnly);
}

// A payment moves the invoice's computed fields; whether it also says so is not documented (facts §6).
function moveInvoice(world: FreshBooksWorld, actor: Actor, invoice: InvoiceRecord): void {
  touchInvoice(world, invoice);
  if (world.switches.paymentEmitsInvoiceUpdate) announce(world, actor, "invoice.update", invoice.id);
}

function excessOf(world: FreshBooksWorld, invoice: InvoiceRecord, fields: PaymentFields): Big {
  const { outstanding } = sumsOf(ledgerOf(world, invoice.accountId), invoice, world.switches.moneyDecimals);
  return new Big(fields.amount).minus(outstanding);
}

/** Records a payment on an invoice; one that was still a draft counts as sent from then on. */
export function createPayment(
  world: FreshBooksWorld,
  actor: Actor,
  input: PaymentInput,
  bulkPaymentId: number | null = null,
): PaymentRecord {
  refuseComputed(world, input, READ_ONLY);
  const today = dateInZone(world.clock.nowMs(), actor.timeZone);
  const fields = readFields({ date: today, type: "Other", note: "", ...input });
  const invoice = findInvoice(world, actor, fields.invoiceid);
  const ledger = ledgerOf(world, actor.accountId);
  const credit = requireCredit(world, actor, input["creditid"], fields.amount);
  const excess = excessOf(world, invoice, fields);
  const payment: PaymentRecord = {
    id: takeId(world, ledger, "payment"),
    accountId: actor.accountId,
    invoiceId: invoice.id,
    clientId: invoice.fields.customerid,
    currencyCode: invoice.fields.currency_code,
    creditId: credit?.id ?? null,
    bulkPaymentId,
    overpaymentId: credit === null && excess.gt(0) ? takeExcess(world, actor, invoice, excess) : null,
    fields,
    visState: 0,
    updatedMs: world.clock.nowMs(),
  };
  ledger.payments.add(payment);
  invoice.paymentIds.push(payment.id);
  credit?.paymentIds.push(payment.id);
  if (invoice.progress === "draft") invoice.progress = "sent";
  announce(world, actor, "payment.create", payment.id);
  moveInvoice(world, actor, invoice);
  return payment;
}

function setVisState(world: FreshBooksWorld, actor: Actor, payment: PaymentRecord, visState: VisState): void {
  payment.visState = visState;
  ledgerOf(world, actor.accountId).payments.memberChanged();
  payment.updatedMs = world.clock.nowMs();
  announce(world, actor, visState === 1 ? "payment.delete" : "payment.update", payment.id);
}

function refuseDeleted(payment: PaymentRecord): void {
  if (payment.visState !== 1) return;
  const item = { errno: 1011, field: "paymentid", message: "Payment is deleted.", object: "payment" };
  throw new AccountingError(422, [{ ...item, value: String(payment.id) }]);
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
    refuseDeleted(payment);
    refuseComputed(world, input, [...READ_ONLY, "invoiceid"]);
    const kept = { ...payment.fields, amount: { amount: payment.fields.amount } };
    payment.fields = readFields({ ...kept, ...input, invoiceid: payment.invoiceId });
    payment.updatedMs = world.clock.nowMs();
    announce(world, actor, "payment.update", payment.id);
  } else {
    setVisState(world, actor, payment, visState);
  }
  moveInvoice(world, actor, findInvoice(world, actor, payment.invoiceId));
}
