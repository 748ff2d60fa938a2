import Big from "big.js";

import { parseControlInput } from "../lib/http-error";
import { addDays, dateInZone, daysBetween } from "../lib/zone-time";
import { announce } from "./announce";
import { forgetSums, touchInvoice } from "./invoice-acts";
import { shownAsSchema } from "./inputs";
import { sumsOf } from "./invoice-sums";
import { createPayment } from "./payment-acts";
import { dayZone } from "./reading";
import type { Actor, InvoiceFate, InvoiceRecord } from "./records";
import type { FreshBooksWorld } from "./world";
import { ledgerOf } from "./world";

/** Lets something befall an invoice, as the web app would: it is changed, and callbacks are told so. */
export function setFate(
  world: FreshBooksWorld,
  actor: Actor,
  invoice: InvoiceRecord,
  change: Partial<InvoiceFate>,
): void {
  invoice.fate = { ...invoice.fate, ...change };
  touchInvoice(world, invoice);
  announce(world, actor, "invoice.update", invoice.id);
}

/** Automatic billing pays what is outstanding (`autobill_status` success, `v3_status` autopaid). */
export function autoBillPay(world: FreshBooksWorld, actor: Actor, invoice: InvoiceRecord): void {
  const { outstanding } = sumsOf(ledgerOf(world, actor.accountId), invoice, world.switches.moneyDecimals);
  invoice.fate = { ...invoice.fate, autoBill: "success", isAutoBilled: true };
  if (new Big(outstanding).gt(0)) {
    const amount = { amount: outstanding };
    createPayment(world, actor, { invoiceid: invoice.id, amount, type: "Credit Card" });
  } else touchInvoice(world, invoice);
}

/** The customer opens an invoice. No callback is documented for it (facts §5.2). */
export function openAsCustomer(world: FreshBooksWorld, actor: Actor, invoice: InvoiceRecord): void {
  if (invoice.progress === "sent") invoice.progress = "viewed";
  forgetSums(world, invoice);
  if (world.switches.viewMovesVersion) touchInvoice(world, invoice);
  if (world.switches.viewEmitsInvoiceUpdate) announce(world, actor, "invoice.update", invoice.id);
}

/** What FreshBooks does, by the switch, when an invoice's due date has passed (facts §5.2). */
export function tellOverdue(world: FreshBooksWorld, actor: Actor, invoice: InvoiceRecord): void {
  if (world.switches.overdue === "silent") return;
  if (world.switches.overdue === "bumpsVersion") touchInvoice(world, invoice);
  announce(world, actor, "invoice.update", invoice.id);
}

/** Moves the dates back so that the due date was yesterday; nothing else moves, nor is anybody told by default. */
export function letFallDue(world: FreshBooksWorld, actor: Actor, invoice: InvoiceRecord): void {
  const today = dateInZone(world.clock.nowMs(), dayZone(world, actor.accountId));
  const days = daysBetween(invoice.dueDate, addDays(today, -1));
  if (days >= 0) return;
  invoice.fields = { ...invoice.fields, create_date: addDays(invoice.fields.create_date, days) };
  invoice.dueDate = addDays(invoice.dueDate, days);
  forgetSums(world, invoice);
  if (invoice.progress !== "draft") tellOverdue(world, actor, invoice);
}

/** Shows status fields other than the computed ones, also such as nobody knows; an empty object ends it. */
export function showAs(world: FreshBooksWorld, actor: Actor, invoice: InvoiceRecord, input: unknown): void {
  const shown = parseControlInput(shownAsSchema, input);
  invoice.shownAs = Object.keys(shown).length === 0 ? null : shown;
  touchInvoice(world, invoice);
  announce(world, actor, "invoice.update", invoice.id);
}
