import { addDays, dateInZone, daysBetween } from "../lib/zone-time";
import { announce } from "./announce";
import { touchInvoice } from "./invoice-acts";
import { dueDate } from "./invoice-status";
import type { Actor, InvoiceRecord } from "./records";
import type { FreshBooksWorld } from "./world";

/** The customer opens an invoice. No callback is documented for it (facts §5.2). */
export function openAsCustomer(world: FreshBooksWorld, actor: Actor, invoice: InvoiceRecord): void {
  if (invoice.progress === "sent") invoice.progress = "viewed";
  if (world.switches.viewMovesVersion) touchInvoice(world, invoice);
  if (world.switches.viewEmitsInvoiceUpdate) announce(world, actor, "invoice.update", invoice.id);
}

/** Moves the dates back so that the due date was yesterday; nothing else moves, and nobody is told (facts §5.2). */
export function letFallDue(world: FreshBooksWorld, actor: Actor, invoice: InvoiceRecord): void {
  const yesterday = addDays(dateInZone(world.clock.nowMs(), actor.timeZone), -1);
  const days = daysBetween(dueDate(invoice), yesterday);
  if (days >= 0) return;
  invoice.fields = { ...invoice.fields, create_date: addDays(invoice.fields.create_date, days) };
}
