/** Nouns of the events API, each with the scope that lets an app subscribe to it (facts §3.2). */
const SCOPE_OF_NOUN: ReadonlyMap<string, string> = new Map([
  ["bill", "bills"],
  ["bill_vendor", "bill_vendors"],
  ["category", "expenses"],
  ["client", "clients"],
  ["credit_note", "credit_notes"],
  ["estimate", "estimates"],
  ["expense", "expenses"],
  ["invoice", "invoices"],
  ["item", "billable_items"],
  ["payment", "payments"],
  ["project", "projects"],
  ["recurring", "invoices"],
  ["service", "billable_items"],
  ["tax", "taxes"],
  ["time_entry", "time_entries"],
]);

const VERBS = ["create", "update", "delete"];
const EXTRA_EVENTS = ["invoice.sendByEmail", "estimate.sendByEmail"];

function nounOf(event: string): string {
  return event.split(".")[0] ?? "";
}

/** Whether one may subscribe to `event`: a bare noun, or a noun with one of its verbs. */
export function isKnownEvent(event: string): boolean {
  if (EXTRA_EVENTS.includes(event)) return true;
  const [noun = "", verb, ...rest] = event.split(".");
  return SCOPE_OF_NOUN.has(noun) && rest.length === 0 && (verb === undefined || VERBS.includes(verb));
}

/** The read scope needed for callbacks on `event`. */
export function scopeOfEvent(event: string): string {
  return `user:${SCOPE_OF_NOUN.get(nounOf(event)) ?? ""}:read`;
}

/** Whether `search[event]` finds a callback: it "matches event and its parent" (facts §3.1). */
export function isFound(subscribed: string, searched: string): boolean {
  return subscribed === searched || subscribed === nounOf(searched);
}

/** Whether a subscription to `subscribed` receives `event`; a bare noun receives its verbs, perhaps not sent mail. */
export function isSubscribed(subscribed: string, event: string, includesSendByEmail: boolean): boolean {
  if (subscribed === event) return true;
  return subscribed === nounOf(event) && (includesSendByEmail || !EXTRA_EVENTS.includes(event));
}
