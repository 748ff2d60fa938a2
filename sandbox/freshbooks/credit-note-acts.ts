import Big from "big.js";

import { announce } from "./announce";
import { findClient } from "./client-acts";
import { unknownRecord } from "./errors";
import { parseFields, refuseReadOnly } from "./fields";
import { creditNoteFieldsSchema } from "./inputs";
import { touchInvoice } from "./invoice-acts";
import { readLines } from "./invoice-input";
import { lineAmount } from "./invoice-sums";
import type { Actor, CreditNoteRecord } from "./records";
import { readVisState } from "./vis-state";
import type { FreshBooksWorld } from "./world";
import { ledgerOf, takeId } from "./world";

/** Fields of a credit note as they come from outside, in the API's own names. */
export type CreditNoteInput = Readonly<Record<string, unknown>>;

const READ_ONLY = ["id", "creditid", "amount", "paid", "payment_status", "updated"];

function refuseComputed(world: FreshBooksWorld, input: CreditNoteInput): void {
  if (world.switches.readOnlyFields === "refused") refuseReadOnly("credit_note", input, READ_ONLY);
}

export function findCreditNote(world: FreshBooksWorld, actor: Actor, id: number): CreditNoteRecord {
  const creditNote = ledgerOf(world, actor.accountId).creditNotes.get(id);
  if (creditNote !== undefined) return creditNote;
  throw unknownRecord("credit_note", "creditid", id);
}

/** What a credit note is worth: the sum of its lines. */
export function creditAmount(creditNote: CreditNoteRecord): Big {
  return creditNote.lines.reduce((sum, line) => sum.plus(lineAmount(line, 3)), new Big(0));
}

export function createCreditNote(
  world: FreshBooksWorld,
  actor: Actor,
  input: CreditNoteInput,
): CreditNoteRecord {
  refuseComputed(world, input);
  const ledger = ledgerOf(world, actor.accountId);
  const id = takeId(world, ledger, "creditNote");
  const defaults = {
    currency_code: actor.currencyCode,
    credit_number: `CN${id}`,
    credit_type: "goodwill",
    notes: "",
  };
  const fields = parseFields(creditNoteFieldsSchema, "credit_note", {
    ...defaults,
    language: "en",
    ...input,
  });
  findClient(world, actor, fields.clientid);
  const creditNote: CreditNoteRecord = {
    id,
    accountId: actor.accountId,
    paymentIds: [],
    fields,
    lines: readLines(world, "credit_note", input) ?? [],
    visState: 0,
    updatedMs: world.clock.nowMs(),
  };
  ledger.creditNotes.add(creditNote);
  ledger.revision += 1;
  announce(world, actor, "credit_note.create", id);
  return creditNote;
}

// What a deleted credit note had paid is owed again, without a word about the payments or the invoices (facts §6).
function takeBack(world: FreshBooksWorld, actor: Actor, creditNote: CreditNoteRecord): void {
  const ledger = ledgerOf(world, actor.accountId);
  for (const id of creditNote.paymentIds) {
    const payment = ledger.payments.get(id);
    if (payment?.visState !== 0) continue;
    payment.visState = 1;
    ledger.payments.memberChanged();
    payment.updatedMs = world.clock.nowMs();
    const invoice = ledger.invoices.get(payment.invoiceId);
    if (invoice !== undefined) touchInvoice(world, invoice);
  }
}

/** A partial update that runs one phase only: `vis_state` drops everything else. */
export function updateCreditNote(
  world: FreshBooksWorld,
  actor: Actor,
  creditNote: CreditNoteRecord,
  input: CreditNoteInput,
): void {
  const visState = readVisState("credit_note", input);
  if (visState === undefined) {
    refuseComputed(world, input);
    creditNote.fields = parseFields(creditNoteFieldsSchema, "credit_note", {
      ...creditNote.fields,
      ...input,
    });
    creditNote.lines = readLines(world, "credit_note", input) ?? creditNote.lines;
  } else {
    creditNote.visState = visState;
    ledgerOf(world, actor.accountId).creditNotes.memberChanged();
    if (visState === 1) takeBack(world, actor, creditNote);
  }
  creditNote.updatedMs = world.clock.nowMs();
  ledgerOf(world, actor.accountId).revision += 1;
  announce(world, actor, visState === 1 ? "credit_note.delete" : "credit_note.update", creditNote.id);
}
