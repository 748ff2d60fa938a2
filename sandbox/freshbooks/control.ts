import { z } from "zod";

import { parseControlInput } from "../lib/http-error";
import { stageVerbs } from "../lib/maker-control";
import type { StageControl } from "../lib/maker-control";
import { dateInZone } from "../lib/zone-time";
import { DEFAULT_ACCOUNT_ID, OWNER } from "./businesses";
import { createClient, findClient, updateClient } from "./client-acts";
import type { ClientInput } from "./client-acts";
import { clientView } from "./client-view";
import { actorFor } from "./guard";
import { letFallDue, openAsCustomer } from "./customer-acts";
import { createInvoice, findInvoice, updateInvoice } from "./invoice-acts";
import type { InvoiceInput } from "./invoice-input";
import { invoiceView } from "./invoice-view";
import { createPayment, findPayment, updatePayment } from "./payment-acts";
import type { PaymentInput } from "./payment-acts";
import { paymentView } from "./payment-view";
import type { Actor, InvoiceRecord } from "./records";
import { readState } from "./state";
import type { FreshBooksState } from "./state";
import { switchesSchema } from "./switches";
import type { SwitchPatch, Switches } from "./switches";
import type { FreshBooksBox, FreshBooksWorld } from "./world";

type View = Record<string, unknown>;

const decimalText = z.coerce.string().regex(/^\d+(\.\d+)?$/, "must be a decimal number such as 1500.00");

/** What a test or a page may do with the FreshBooks stand-in, as its owner and as its maker. */
export interface FreshBooksControl extends StageControl {
  state(): FreshBooksState;
  reset(): void;
  setSwitches(patch: SwitchPatch): Switches;
  createClient(input: ClientInput): View;
  updateClient(id: number, input: ClientInput): View;
  deleteClient(id: number): View;
  /** `amount` makes a single line of that amount; `lines` are the API's own. */
  createInvoice(input: InvoiceInput): View;
  updateInvoice(id: number, input: InvoiceInput): View;
  markAsSent(id: number): View;
  /** The customer opens the invoice. */
  viewInvoice(id: number): View;
  /** Moves the invoice's dates back so that it was due yesterday. */
  letFallDue(id: number): View;
  recordPayment(invoiceId: number, input: PaymentInput & { readonly amount: string }): View;
  deletePayment(id: number): View;
  deleteInvoice(id: number): View;
  undeleteInvoice(id: number): View;
}

function invoiceInput(input: InvoiceInput, today: string): InvoiceInput {
  const { amount, ...fields } = input;
  const dated = { create_date: today, due_offset_days: 30, ...fields };
  if (amount === undefined || fields["lines"] !== undefined) return dated;
  const unit_cost = { amount: parseControlInput(decimalText, amount) };
  return { ...dated, lines: [{ name: "Services", qty: "1", unit_cost }] };
}

function clientVerbs(worldOf: () => FreshBooksWorld, actor: Actor) {
  return {
    createClient: (input: ClientInput) => clientView(createClient(worldOf(), actor, input)),
    updateClient: (id: number, input: ClientInput) => {
      const client = findClient(worldOf(), actor, id);
      updateClient(worldOf(), actor, client, input);
      return clientView(client);
    },
    deleteClient: (id: number) => {
      const client = findClient(worldOf(), actor, id);
      updateClient(worldOf(), actor, client, { vis_state: 1 });
      return clientView(client);
    },
  };
}

function invoiceVerbs(worldOf: () => FreshBooksWorld, actor: Actor) {
  const acting = (act: (world: FreshBooksWorld, invoice: InvoiceRecord) => void) => (id: number) => {
    const world = worldOf();
    const invoice = findInvoice(world, actor, id);
    act(world, invoice);
    return invoiceView(world, invoice, true);
  };
  const writing = (input: InvoiceInput) =>
    acting((world, invoice) => {
      updateInvoice(world, actor, invoice, input);
    });
  return {
    createInvoice: (input: InvoiceInput) => {
      const world = worldOf();
      const today = dateInZone(world.clock.nowMs(), actor.timeZone);
      return invoiceView(world, createInvoice(world, actor, invoiceInput(input, today)), true);
    },
    updateInvoice: (id: number, input: InvoiceInput) => writing(input)(id),
    markAsSent: writing({ action_mark_as_sent: true }),
    viewInvoice: acting((world, invoice) => {
      openAsCustomer(world, actor, invoice);
    }),
    letFallDue: acting((world, invoice) => {
      letFallDue(world, actor, invoice);
    }),
    deleteInvoice: writing({ vis_state: 1 }),
    undeleteInvoice: writing({ vis_state: 0 }),
  };
}

function paymentVerbs(worldOf: () => FreshBooksWorld, actor: Actor) {
  return {
    recordPayment: (invoiceId: number, input: PaymentInput & { readonly amount: string }) => {
      const amount = { amount: parseControlInput(decimalText, input.amount) };
      return paymentView(createPayment(worldOf(), actor, { ...input, invoiceid: invoiceId, amount }));
    },
    deletePayment: (id: number) => {
      const payment = findPayment(worldOf(), actor, id);
      updatePayment(worldOf(), actor, payment, { vis_state: 1 });
      return paymentView(payment);
    },
  };
}

function makerVerbs(box: FreshBooksBox, remake: () => FreshBooksWorld) {
  return {
    ...stageVerbs(() => box.world),
    state: () => readState(box.world),
    reset: () => {
      box.world.courier.stop();
      box.world.clock.stop();
      box.world = remake();
    },
    setSwitches: (patch: SwitchPatch) => {
      box.world.switches = parseControlInput(switchesSchema, { ...box.world.switches, ...patch });
      return box.world.switches;
    },
  };
}

/** The control verbs over a box; `remake` gives the world a reset starts from. */
export function createFreshBooksControl(
  box: FreshBooksBox,
  remake: () => FreshBooksWorld,
): FreshBooksControl {
  const worldOf = () => box.world;
  const actor = actorFor(OWNER.id, DEFAULT_ACCOUNT_ID);
  return {
    ...makerVerbs(box, remake),
    ...clientVerbs(worldOf, actor),
    ...invoiceVerbs(worldOf, actor),
    ...paymentVerbs(worldOf, actor),
  };
}
