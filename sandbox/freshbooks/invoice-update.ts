import { addDays } from "../lib/zone-time";
import { announce } from "./announce";
import { findClient } from "./client-acts";
import { AccountingError, invalidField } from "./errors";
import { parseFields } from "./fields";
import { invoiceFieldsSchema } from "./inputs";
import { markSent, touchInvoice } from "./invoice-acts";
import { readAction, readLines, readStatus, refuseComputed } from "./invoice-input";
import type { InvoiceAction, InvoiceInput } from "./invoice-input";
import type { Actor, InvoiceRecord, VisState } from "./records";
import { readVisState } from "./vis-state";
import type { FreshBooksWorld } from "./world";
import { ledgerOf } from "./world";

/** Sends an invoice, by mail or by saying so. */
export function sendInvoice(
  world: FreshBooksWorld,
  actor: Actor,
  invoice: InvoiceRecord,
  action: InvoiceAction,
): void {
  markSent(world, actor, invoice);
  touchInvoice(world, invoice);
  const isTold = action === "mark_as_sent" || world.switches.emailEmitsInvoiceUpdate;
  if (isTold) announce(world, actor, "invoice.update", invoice.id);
  if (action === "email") announce(world, actor, "invoice.sendByEmail", invoice.id);
}

/** Deletes, archives or restores. Payments of a deleted invoice stay, with a new `updated` (facts §6). */
function setVisState(world: FreshBooksWorld, actor: Actor, invoice: InvoiceRecord, visState: VisState): void {
  invoice.visState = visState;
  ledgerOf(world, actor.accountId).invoices.memberChanged();
  touchInvoice(world, invoice);
  for (const id of visState === 1 ? invoice.paymentIds : []) {
    const payment = ledgerOf(world, actor.accountId).payments.get(id);
    if (payment !== undefined) payment.updatedMs = invoice.updatedMs;
  }
  announce(world, actor, visState === 1 ? "invoice.delete" : "invoice.update", invoice.id);
}

function setExtArchive(world: FreshBooksWorld, actor: Actor, invoice: InvoiceRecord, value: unknown): void {
  if (value !== 0 && value !== 1)
    throw invalidField("invoice", "ext_vis_state", 1004, "ext_vis_state must be 0 or 1.");
  invoice.isExtArchived = value === 1;
  touchInvoice(world, invoice);
  announce(world, actor, "invoice.update", invoice.id);
}

function writeFields(
  world: FreshBooksWorld,
  actor: Actor,
  invoice: InvoiceRecord,
  input: InvoiceInput,
): void {
  refuseComputed(world, input);
  const fields = parseFields(invoiceFieldsSchema, "invoice", { ...invoice.fields, ...input });
  findClient(world, actor, fields.customerid);
  const status = readStatus(input);
  if (fields.customerid !== invoice.fields.customerid) ledgerOf(world, actor.accountId).forgetClients();
  invoice.lines = readLines(world, "invoice", input) ?? invoice.lines;
  invoice.fields = fields;
  invoice.dueDate = addDays(fields.create_date, fields.due_offset_days);
  invoice.progress = status?.progress ?? invoice.progress;
  invoice.fate = { ...invoice.fate, ...status?.fate };
  touchInvoice(world, invoice);
  announce(world, actor, "invoice.update", invoice.id);
}

function refuseDeleted(invoice: InvoiceRecord): void {
  if (invoice.visState !== 1) return;
  const item = { errno: 1011, field: "invoiceid", message: "Invoice is deleted.", object: "invoice" };
  throw new AccountingError(422, [{ ...item, value: String(invoice.id) }]);
}

/**
 * A partial update that runs the first phase present and silently drops the rest of the body: `ext_vis_state`, then
 * `vis_state`, then `action_*`, then plain fields (facts §5.3).
 */
export function updateInvoice(
  world: FreshBooksWorld,
  actor: Actor,
  invoice: InvoiceRecord,
  input: InvoiceInput,
): void {
  if (input["ext_vis_state"] !== undefined) {
    setExtArchive(world, actor, invoice, input["ext_vis_state"]);
    return;
  }
  const visState = readVisState("invoice", input);
  if (visState !== undefined) {
    setVisState(world, actor, invoice, visState);
    return;
  }
  refuseDeleted(invoice);
  const action = readAction(input);
  if (action === undefined) writeFields(world, actor, invoice, input);
  else sendInvoice(world, actor, invoice, action);
}
