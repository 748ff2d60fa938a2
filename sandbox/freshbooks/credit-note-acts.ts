import Big from "big.js";
import { z } from "zod";

import { announce } from "./announce";
import { findClient } from "./client-acts";
import { unknownRecord } from "./errors";
import { parseFields, refuseReadOnly } from "./fields";
import { creditNoteFieldsSchema, lineSchema } from "./inputs";
import { lineAmount } from "./invoice-totals";
import type { Actor, CreditNoteRecord, InvoiceLine } from "./records";
import { readVisState } from "./vis-state";
import type { FreshBooksWorld } from "./world";

/** Fields of a credit note as they come from outside, in the API's own names. */
export type CreditNoteInput = Readonly<Record<string, unknown>>;

const READ_ONLY = ["id", "creditid", "amount", "paid", "payment_status", "updated"];

export function findCreditNote(world: FreshBooksWorld, actor: Actor, id: number): CreditNoteRecord {
  const creditNote = world.creditNotes.get(id);
  if (creditNote?.accountId === actor.accountId) return creditNote;
  throw unknownRecord("credit_note", "creditid", id);
}

function readLines(world: FreshBooksWorld, input: CreditNoteInput): InvoiceLine[] | undefined {
  if (input["lines"] === undefined) return undefined;
  const { lines } = parseFields(z.object({ lines: z.array(lineSchema) }), "credit_note", input);
  return lines.map((line) => ({ ...line, lineid: world.ids.line.take() }));
}

/** What a credit note is worth: the sum of its lines. */
export function creditAmount(creditNote: CreditNoteRecord): Big {
  return creditNote.lines.reduce((sum, line) => sum.plus(lineAmount(line)), new Big(0));
}

export function createCreditNote(
  world: FreshBooksWorld,
  actor: Actor,
  input: CreditNoteInput,
): CreditNoteRecord {
  refuseReadOnly("credit_note", input, READ_ONLY);
  const id = world.ids.creditNote.take();
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
    fields,
    lines: readLines(world, input) ?? [],
    visState: 0,
    updatedMs: world.clock.nowMs(),
  };
  world.creditNotes.set(id, creditNote);
  announce(world, actor, "credit_note.create", id);
  return creditNote;
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
    refuseReadOnly("credit_note", input, READ_ONLY);
    creditNote.fields = parseFields(creditNoteFieldsSchema, "credit_note", {
      ...creditNote.fields,
      ...input,
    });
    creditNote.lines = readLines(world, input) ?? creditNote.lines;
  } else {
    creditNote.visState = visState;
  }
  creditNote.updatedMs = world.clock.nowMs();
  announce(world, actor, visState === 1 ? "credit_note.delete" : "credit_note.update", creditNote.id);
}
