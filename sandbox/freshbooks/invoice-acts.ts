import { addDays, dateInZone } from "../lib/zone-time";
import { announce } from "./announce";
import { findClient } from "./client-acts";
import { parseFields } from "./fields";
import { invoiceFieldsSchema } from "./inputs";
import { NO_FATE, readAction, readCreation, readLines, readStatus, refuseComputed } from "./invoice-input";
import type { InvoiceInput } from "./invoice-input";
import type { Actor, InvoiceRecord } from "./records";
import { unknownRecord } from "./errors";
import type { FreshBooksWorld } from "./world";
import { ledgerOf, takeId } from "./world";

export function findInvoice(world: FreshBooksWorld, actor: Actor, id: number): InvoiceRecord {
  const invoice = ledgerOf(world, actor.accountId).invoices.get(id);
  if (invoice !== undefined) return invoice;
  throw unknownRecord("invoice", "invoiceid", id);
}

/** Makes what was worked out about an invoice before be worked out anew, without a trace in `updated`. */
export function forgetSums(world: FreshBooksWorld, invoice: InvoiceRecord): void {
  invoice.sums = null;
  ledgerOf(world, invoice.accountId).revision += 1;
}

/** Moves `updated` and `version`; two changes never share a version. */
export function touchInvoice(world: FreshBooksWorld, invoice: InvoiceRecord): void {
  const before = invoice.versionMicros;
  invoice.updatedMs = world.clock.nowMs();
  invoice.versionMicros = world.random.int(0, 999_999);
  if (invoice.versionMicros === before) invoice.versionMicros = (before + 1) % 1_000_000;
  forgetSums(world, invoice);
}

/** Marks a draft as sent, which sets the fulfilment date (facts §5.3). */
export function markSent(world: FreshBooksWorld, actor: Actor, invoice: InvoiceRecord): void {
  if (invoice.progress === "draft") invoice.progress = "sent";
  invoice.fulfillmentDate ??= dateInZone(world.clock.nowMs(), actor.timeZone);
}

function defaults(world: FreshBooksWorld, actor: Actor): Record<string, unknown> {
  const number = ledgerOf(world, actor.accountId).invoiceNumbers.take();
  return {
    due_offset_days: 0,
    currency_code: actor.currencyCode,
    invoice_number: String(number).padStart(7, "0"),
    language: "en",
    notes: "",
    terms: null,
    po_number: null,
    discount_value: "0",
    discount_description: null,
  };
}

function newInvoice(world: FreshBooksWorld, actor: Actor, input: InvoiceInput): InvoiceRecord {
  const ledger = ledgerOf(world, actor.accountId);
  const fields = parseFields(invoiceFieldsSchema, "invoice", { ...defaults(world, actor), ...input });
  const status = readStatus(input);
  const nowMs = world.clock.nowMs();
  return {
    id: takeId(world, ledger, "invoice"),
    accountId: actor.accountId,
    createdMs: nowMs,
    snapshot: findClient(world, actor, fields.customerid).fields,
    paymentIds: [],
    fields,
    lines: readLines(world, "invoice", input) ?? [],
    progress: status?.progress ?? "draft",
    fate: { ...NO_FATE, ...status?.fate, ...readCreation(input) },
    shownAs: null,
    fulfillmentDate: null,
    dueDate: addDays(fields.create_date, fields.due_offset_days),
    visState: 0,
    isExtArchived: false,
    updatedMs: nowMs,
    versionMicros: world.random.int(0, 999_999),
    sums: null,
  };
}

/** Creates an invoice, a draft unless the body says otherwise. The client's `updated` moves with it (facts §4). */
export function createInvoice(world: FreshBooksWorld, actor: Actor, input: InvoiceInput): InvoiceRecord {
  refuseComputed(world, input);
  const action = readAction(input);
  const invoice = newInvoice(world, actor, input);
  const client = findClient(world, actor, invoice.fields.customerid);
  const ledger = ledgerOf(world, actor.accountId);
  if (action !== undefined) markSent(world, actor, invoice);
  ledger.addInvoice(invoice);
  ledger.revision += 1;
  client.updatedMs = invoice.updatedMs;
  announce(world, actor, "invoice.create", invoice.id);
  if (action === "email") announce(world, actor, "invoice.sendByEmail", invoice.id);
  if (world.switches.invoiceCreateEmitsClientUpdate) announce(world, actor, "client.update", client.id);
  return invoice;
}
