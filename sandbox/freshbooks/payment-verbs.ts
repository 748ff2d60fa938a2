import { z } from "zod";

import { parseControlInput } from "../lib/http-error";
import { dateInZone } from "../lib/zone-time";
import type { AccountStage, View } from "./account-stage";
import { createCreditNote, findCreditNote, updateCreditNote } from "./credit-note-acts";
import type { CreditNoteInput } from "./credit-note-acts";
import { creditNoteView } from "./credit-note-view";
import { createPayment, findPayment, updatePayment } from "./payment-acts";
import type { PaymentInput } from "./payment-acts";
import { paymentView } from "./payment-view";
import { readingOf } from "./reading";

/** One invoice's part of a bulk payment. */
export interface PaymentPart {
  readonly invoiceId: number;
  readonly amount: string;
}

/** What the owner does with payments and credit notes. */
export interface PaymentVerbs {
  recordPayment(invoiceId: number, input: PaymentInput & { readonly amount: string }): View;
  /** One payment of a client for several invoices, which share a `bulk_paymentid`. */
  recordBulkPayment(parts: readonly PaymentPart[]): View[];
  deletePayment(id: number): View;
  /** `amount` makes a single line of that amount; `lines` are the API's own. */
  createCreditNote(input: CreditNoteInput): View;
  updateCreditNote(id: number, input: CreditNoteInput): View;
  deleteCreditNote(id: number): View;
  /** Pays an invoice from a credit note. */
  applyCredit(creditNoteId: number, input: PaymentPart): View;
}

const decimalText = z.coerce.string().regex(/^\d+(\.\d+)?$/, "must be a decimal number such as 1500.00");

function moneyInput(amount: unknown): { readonly amount: string } {
  return { amount: parseControlInput(decimalText, amount) };
}

function paying(stage: AccountStage, input: PaymentInput, bulkPaymentId: number | null = null): View {
  const { world, actor } = stage();
  const amount = moneyInput(input["amount"]);
  return paymentView(world.switches, createPayment(world, actor, { ...input, amount }, bulkPaymentId));
}

function creditNoteVerbs(stage: AccountStage) {
  const writing = (id: number, input: CreditNoteInput) => {
    const { world, actor } = stage();
    const creditNote = findCreditNote(world, actor, id);
    updateCreditNote(world, actor, creditNote, input);
    return creditNoteView(readingOf(world, actor.accountId), creditNote);
  };
  return {
    createCreditNote: ({ amount, ...input }: CreditNoteInput) => {
      const { world, actor } = stage();
      const today = dateInZone(world.clock.nowMs(), actor.timeZone);
      const lines =
        amount === undefined ? {} : { lines: [{ name: "Credit", unit_cost: moneyInput(amount) }] };
      const creditNote = createCreditNote(world, actor, { create_date: today, ...lines, ...input });
      return creditNoteView(readingOf(world, actor.accountId), creditNote);
    },
    updateCreditNote: writing,
    deleteCreditNote: (id: number) => writing(id, { vis_state: 1 }),
    applyCredit: (creditNoteId: number, { invoiceId, amount }: PaymentPart) =>
      paying(stage, { invoiceid: invoiceId, amount, type: "Credit", creditid: creditNoteId }),
  };
}

export function paymentVerbs(stage: AccountStage): PaymentVerbs {
  return {
    ...creditNoteVerbs(stage),
    recordPayment: (invoiceId, input) => paying(stage, { ...input, invoiceid: invoiceId }),
    recordBulkPayment: (parts) => {
      const bulkPaymentId = stage().world.bulkPaymentIds.take();
      return parts.map(({ invoiceId, amount }) =>
        paying(stage, { invoiceid: invoiceId, amount, type: "Check" }, bulkPaymentId),
      );
    },
    deletePayment: (id) => {
      const { world, actor } = stage();
      const payment = findPayment(world, actor, id);
      updatePayment(world, actor, payment, { vis_state: 1 });
      return paymentView(world.switches, payment);
    },
  };
}
