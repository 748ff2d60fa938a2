import { eventType } from "inngest";
import { z } from "zod";

const origin = z.enum(["callback", "sweep", "clock", "backfill", "replay", "manual"]);

/** What every "look at this object again" says: where, which one, and why. Never data: the object is read anew. */
const objectChanged = z.object({
  workspaceId: z.string(),
  objectId: z.string(),
  eventId: z.string(),
  origin,
});

export const invoiceChanged = eventType("freshbooks/invoice.changed", { schema: objectChanged });
export const clientChanged = eventType("freshbooks/client.changed", { schema: objectChanged });
export const paymentChanged = eventType("freshbooks/payment.changed", { schema: objectChanged });
export const creditNoteChanged = eventType("freshbooks/credit_note.changed", { schema: objectChanged });

/** FreshBooks offered a verifier for a callback; it must be confirmed. */
export const callbackOffered = eventType("freshbooks/callback.offered", {
  schema: z.object({ workspaceId: z.string(), callbackId: z.string() }),
});

/** A workspace's sweep is due, or someone asked for it. */
export const sweepRequested = eventType("sync/sweep.requested", {
  schema: z.object({ workspaceId: z.string(), isManual: z.boolean() }),
});

/** A mail waits to be sent. */
export const mailWaiting = eventType("mail/mail.queued", { schema: z.object({ mailId: z.string() }) });

/** A workspace's callbacks are to be held against what FreshBooks has. */
export const watchRequested = eventType("freshbooks/watch.requested", {
  schema: z.object({ workspaceId: z.string() }),
});

/** The data of an object event, as stored in an event that failed for good. */
export const objectChangedData = objectChanged;

/** One event ready to be sent. */
export type OutgoingEvent = { name: string; id?: string; data: Record<string, unknown> };

const byNoun = {
  invoice: invoiceChanged,
  client: clientChanged,
  payment: paymentChanged,
  credit_note: creditNoteChanged,
} as const;

export type Noun = keyof typeof byNoun;

export const nouns = ["client", "invoice", "payment", "credit_note"] as const satisfies readonly Noun[];

/** Whether FreshBooks' noun is one that we follow. */
export function isNoun(text: string): text is Noun {
  return Object.hasOwn(byNoun, text);
}

/** The event to send for an object. `id` makes a repeated send start nothing twice (facts §2). */
export function objectEvent(
  noun: Noun,
  input: { id: string; data: z.output<typeof objectChanged> },
): OutgoingEvent {
  return { name: byNoun[noun].name, id: input.id, data: input.data };
}
