import Big from "big.js";

import { createCreditNote, creditAmount, findCreditNote } from "./credit-note-acts";
import { invalidField } from "./errors";
import type { Ledger } from "./ledger";
import type { Actor, CreditNoteRecord, InvoiceRecord } from "./records";
import type { FreshBooksWorld } from "./world";
import { ledgerOf } from "./world";
import { dateInZone } from "../lib/zone-time";

/** What of a credit note has gone into invoices. */
export function usedCredit(ledger: Ledger, creditNote: CreditNoteRecord): Big {
  let used = new Big(0);
  for (const id of creditNote.paymentIds) {
    const payment = ledger.payments.get(id);
    if (payment?.visState === 0) used = used.plus(payment.fields.amount);
  }
  return used;
}

/** The credit note a payment is to be taken from, or null; refused when it does not hold that much. */
export function requireCredit(
  world: FreshBooksWorld,
  actor: Actor,
  creditid: unknown,
  amount: string,
): CreditNoteRecord | null {
  if (creditid === undefined || creditid === null) return null;
  const creditNote = findCreditNote(world, actor, Number(creditid));
  const left = creditAmount(creditNote).minus(usedCredit(ledgerOf(world, actor.accountId), creditNote));
  if (creditNote.visState === 1 || left.lt(amount)) {
    throw invalidField("payment", "amount", 1004, "The credit note does not hold that much.");
  }
  return creditNote;
}

/** Keeps what was paid too much as a credit of the client. */
export function takeExcess(
  world: FreshBooksWorld,
  actor: Actor,
  invoice: InvoiceRecord,
  excess: Big,
): number {
  const creditNote = createCreditNote(world, actor, {
    clientid: invoice.fields.customerid,
    create_date: dateInZone(world.clock.nowMs(), actor.timeZone),
    currency_code: invoice.fields.currency_code,
    credit_type: "overpayment",
    lines: [{ name: "Overpayment", qty: "1", unit_cost: { amount: excess.toString() } }],
  });
  return creditNote.id;
}
