import { dateInZone } from "../lib/zone-time";
import { announce } from "./announce";
import { AccountingError, unknownRecord } from "./errors";
import { findClient } from "./client-acts";
import { parseFields, refuseReadOnly } from "./fields";
import { READ_ONLY_FIELDS, readAction, readLines, readStatus } from "./invoice-input";
import type { InvoiceAction, InvoiceInput } from "./invoice-input";
import { invoiceFieldsSchema } from "./inputs";
import type { Actor, InvoiceRecord, VisState } from "./records";
import { readVisState } from "./vis-state";
import type { FreshBooksWorld } from "./world";

export function findInvoice(world: FreshBooksWorld, actor: Actor, id: number): InvoiceRecord {
  const invoice = world.invoices.get(id);
  if (invoice?.accountId === actor.accountId) return invoice;
  throw unknownRecord("invoice", "invoiceid", id);
}

/** Moves `updated` and `version`; two changes never share a version. */
export function touchInvoice(world: FreshBooksWorld, invoice: InvoiceRecord): void {
  const before = invoice.versionMicros;
  invoice.updatedMs = world.clock.nowMs();
  invoice.versionMicros = world.random.int(0, 999_999);
  if (invoice.versionMicros === before) invoice.versionMicros = (before + 1) % 1_000_000;
}

function send(world: FreshBooksWorld, actor: Actor, invoice: InvoiceRecord): void {
  if (invoice.progress === "draft") invoice.progress = "sent";
  invoice.fulfillmentDate ??= dateInZone(world.clock.nowMs(), actor.timeZone);
}

function defaults(world: FreshBooksWorld, actor: Actor): Record<string, unknown> {
  return {
    due_offset_days: 0,
    currency_code: actor.currencyCode,
    invoice_number: String(world.ids.invoiceNumber.take()).padStart(7, "0"),
    language: "en",
    notes: "",
    terms: null,
    po_number: null,
    discount_value: "0",
    discount_description: null,
  };
}

/** Creates an invoice, a draft unless the body says otherwise. The client's `updated` moves with it (facts §4). */
export function createInvoice(world: FreshBooksWorld, actor: Actor, input: InvoiceInput): InvoiceRecord {
  refuseReadOnly("invoice", input, READ_ONLY_FIELDS);
  const fields = parseFields(invoiceFieldsSchema, "invoice", { ...defaults(world, actor), ...input });
  const client = findClient(world, actor, fields.customerid);
  const nowMs = world.clock.nowMs();
  const invoice: InvoiceRecord = {
    id: world.ids.invoice.take(),
    uuid: world.random.uuid(),
    accountId: actor.accountId,
    createdMs: nowMs,
    snapshot: client.fields,
    paymentIds: [],
    fields,
    lines: readLines(world, input) ?? [],
    progress: readStatus(input) ?? "draft",
    fulfillmentDate: null,
    visState: 0,
    updatedMs: nowMs,
    versionMicros: world.random.int(0, 999_999),
  };
  const action = readAction(input);
  if (action !== undefined) send(world, actor, invoice);
  world.invoices.set(invoice.id, invoice);
  client.updatedMs = nowMs;
  announce(world, actor, "invoice.create", invoice.id);
  if (action === "email") announce(world, actor, "invoice.sendByEmail", invoice.id);
  if (world.switches.invoiceCreateEmitsClientUpdate) announce(world, actor, "client.update", client.id);
  return invoice;
}

/** Sends an invoice, by mail or by saying so. */
function sendInvoice(
  world: FreshBooksWorld,
  actor: Actor,
  invoice: InvoiceRecord,
  action: InvoiceAction,
): void {
  send(world, actor, invoice);
  touchInvoice(world, invoice);
  announce(world, actor, "invoice.update", invoice.id);
  if (action === "email") announce(world, actor, "invoice.sendByEmail", invoice.id);
}

/** Deletes, archives or restores. Payments of a deleted invoice stay, with a new `updated` (facts §6). */
function setInvoiceVisState(
  world: FreshBooksWorld,
  actor: Actor,
  invoice: InvoiceRecord,
  visState: VisState,
): void {
  invoice.visState = visState;
  touchInvoice(world, invoice);
  for (const id of visState === 1 ? invoice.paymentIds : []) {
    const payment = world.payments.get(id);
    if (payment !== undefined) payment.updatedMs = invoice.updatedMs;
  }
  announce(world, actor, visState === 1 ? "invoice.delete" : "invoice.update", invoice.id);
}

function writeFields(
  world: FreshBooksWorld,
  actor: Actor,
  invoice: InvoiceRecord,
  input: InvoiceInput,
): void {
  refuseReadOnly("invoice", input, READ_ONLY_FIELDS);
  const fields = parseFields(invoiceFieldsSchema, "invoice", { ...invoice.fields, ...input });
  findClient(world, actor, fields.customerid);
  const progress = readStatus(input) ?? invoice.progress;
  invoice.lines = readLines(world, input) ?? invoice.lines;
  invoice.fields = fields;
  invoice.progress = progress;
  touchInvoice(world, invoice);
  announce(world, actor, "invoice.update", invoice.id);
}

/** A partial update that runs the first phase present: `vis_state`, then `action_*`, then plain fields (facts §5.3). */
export function updateInvoice(
  world: FreshBooksWorld,
  actor: Actor,
  invoice: InvoiceRecord,
  input: InvoiceInput,
): void {
  if (input["ext_vis_state"] !== undefined) return;
  const visState = readVisState("invoice", input);
  if (visState !== undefined) {
    setInvoiceVisState(world, actor, invoice, visState);
    return;
  }
  if (invoice.visState === 1) {
    const item = { errno: 1011, field: "invoiceid", message: "Invoice is deleted.", object: "invoice" };
    throw new AccountingError(422, [{ ...item, value: String(invoice.id) }]);
  }
  const action = readAction(input);
  if (action === undefined) writeFields(world, actor, invoice, input);
  else sendInvoice(world, actor, invoice, action);
}
