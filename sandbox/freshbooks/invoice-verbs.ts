import { z } from "zod";

import { parseControlInput } from "../lib/http-error";
import { dateInZone } from "../lib/zone-time";
import type { AccountStage, View } from "./account-stage";
import { createInvoice, findInvoice } from "./invoice-acts";
import { autoBillPay, letFallDue, openAsCustomer, setFate, showAs } from "./invoice-fates";
import type { InvoiceInput } from "./invoice-input";
import { sendInvoice, updateInvoice } from "./invoice-update";
import { invoiceView } from "./invoice-view";
import { readingOf } from "./reading";
import type { Actor, InvoiceFate, InvoiceRecord } from "./records";
import type { FreshBooksWorld } from "./world";

type Act = (world: FreshBooksWorld, actor: Actor, invoice: InvoiceRecord) => void;
type Verb = (id: number) => View;

/** What the owner, the customer and automatic billing do with invoices. */
export interface InvoiceVerbs {
  /** `amount` makes a single line of that amount; `lines` are the API's own. */
  createInvoice(input: InvoiceInput): View;
  updateInvoice(id: number, input: InvoiceInput): View;
  /** Shows status fields other than the computed ones; `{}` ends it. */
  showInvoiceAs(id: number, shown: InvoiceInput): View;
  readonly markAsSent: Verb;
  readonly sendByEmail: Verb;
  /** The customer opens the invoice. */
  readonly viewInvoice: Verb;
  /** Moves the invoice's dates back so that it was due yesterday. */
  readonly letFallDue: Verb;
  readonly disputeInvoice: Verb;
  readonly resolveInvoice: Verb;
  readonly declineInvoice: Verb;
  /** A payment is under way at the bank. */
  readonly holdInvoice: Verb;
  readonly autoBillFail: Verb;
  readonly autoBillRetry: Verb;
  /** Automatic billing pays what is outstanding. */
  readonly autoBillPay: Verb;
  readonly convertDeposit: Verb;
  readonly archiveInvoice: Verb;
  readonly unarchiveInvoice: Verb;
  readonly deleteInvoice: Verb;
  readonly undeleteInvoice: Verb;
}

const decimalText = z.coerce.string().regex(/^\d+(\.\d+)?$/, "must be a decimal number such as 1500.00");

function completed(input: InvoiceInput, today: string): InvoiceInput {
  const { amount, ...fields } = input;
  const dated = { create_date: today, due_offset_days: 30, ...fields };
  if (amount === undefined || fields["lines"] !== undefined) return dated;
  const unit_cost = { amount: parseControlInput(decimalText, amount) };
  return { ...dated, lines: [{ name: "Services", qty: "1", unit_cost }] };
}

function changing(stage: AccountStage, act: Act): Verb {
  return (id) => {
    const { world, actor } = stage();
    const invoice = findInvoice(world, actor, id);
    act(world, actor, invoice);
    return invoiceView(readingOf(world, actor.accountId), invoice, ["lines"]);
  };
}

const writing = (input: InvoiceInput): Act => {
  return (world, actor, invoice) => {
    updateInvoice(world, actor, invoice, input);
  };
};

const befalling = (change: Partial<InvoiceFate>): Act => {
  return (world, actor, invoice) => {
    setFate(world, actor, invoice, change);
  };
};

function customerVerbs(stage: AccountStage) {
  return {
    viewInvoice: changing(stage, openAsCustomer),
    letFallDue: changing(stage, letFallDue),
    disputeInvoice: changing(stage, befalling({ dispute: "disputed" })),
    resolveInvoice: changing(stage, befalling({ dispute: "resolved" })),
    declineInvoice: changing(stage, befalling({ isDeclined: true })),
    holdInvoice: changing(stage, befalling({ isPending: true })),
    autoBillFail: changing(stage, befalling({ autoBill: "failed", isAutoBilled: true })),
    autoBillRetry: changing(stage, befalling({ autoBill: "retry", isAutoBilled: true })),
    autoBillPay: changing(stage, autoBillPay),
  };
}

function ownerVerbs(stage: AccountStage) {
  return {
    markAsSent: changing(stage, writing({ action_mark_as_sent: true })),
    sendByEmail: changing(stage, (world, actor, invoice) => {
      sendInvoice(world, actor, invoice, "email");
    }),
    convertDeposit: changing(stage, befalling({ isDepositConverted: true })),
    archiveInvoice: changing(stage, writing({ vis_state: 2 })),
    unarchiveInvoice: changing(stage, writing({ vis_state: 0 })),
    deleteInvoice: changing(stage, writing({ vis_state: 1 })),
    undeleteInvoice: changing(stage, writing({ vis_state: 0 })),
  };
}

export function invoiceVerbs(stage: AccountStage): InvoiceVerbs {
  return {
    ...customerVerbs(stage),
    ...ownerVerbs(stage),
    createInvoice: (input) => {
      const { world, actor } = stage();
      const today = dateInZone(world.clock.nowMs(), actor.timeZone);
      const invoice = createInvoice(world, actor, completed(input, today));
      return invoiceView(readingOf(world, actor.accountId), invoice, ["lines"]);
    },
    updateInvoice: (id, input) => changing(stage, writing(input))(id),
    showInvoiceAs: (id, shown) =>
      changing(stage, (world, actor, invoice) => {
        showAs(world, actor, invoice, shown);
      })(id),
  };
}
