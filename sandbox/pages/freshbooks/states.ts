import { html } from "hono/html";

import type { Page } from "../frame/frame";

interface StateLook {
  readonly word: string;
  /** Name of the colour in the style sheet. */
  readonly swatch: string;
}

/** An invoice's states in the order of its life; what is not listed is shown by its own name. */
const STATES: ReadonlyMap<string, StateLook> = new Map([
  ["draft", { word: "Draft", swatch: "draft" }],
  ["sent", { word: "Sent", swatch: "sent" }],
  ["viewed", { word: "Viewed", swatch: "viewed" }],
  ["pending", { word: "Payment pending", swatch: "viewed" }],
  ["deposit-partial", { word: "Deposit partly paid", swatch: "partial" }],
  ["deposit-paid", { word: "Deposit paid", swatch: "partial" }],
  ["partial", { word: "Partly paid", swatch: "partial" }],
  ["overdue", { word: "Overdue", swatch: "overdue" }],
  ["retry", { word: "Automatic payment retried", swatch: "retry" }],
  ["failed", { word: "Automatic payment failed", swatch: "failed" }],
  ["disputed", { word: "Disputed", swatch: "disputed" }],
  ["resolved", { word: "Dispute resolved", swatch: "disputed" }],
  ["declined", { word: "Declined", swatch: "declined" }],
  ["paid", { word: "Paid", swatch: "paid" }],
  ["autopaid", { word: "Paid automatically", swatch: "autopaid" }],
  ["archived", { word: "Archived", swatch: "archived" }],
  ["deleted", { word: "Deleted", swatch: "deleted" }],
]);

const ORDER = [...STATES.keys()];

export function stateWord(state: string): string {
  return STATES.get(state)?.word ?? state;
}

/** Value of a `style` attribute that gives a swatch or a bar the state's colour. */
export function stateColour(state: string): string {
  return `--swatch: var(--state-${STATES.get(state)?.swatch ?? "draft"})`;
}

/** Sorts states by the order of an invoice's life. */
export function compareStates(a: string, b: string): number {
  return ORDER.indexOf(a) - ORDER.indexOf(b);
}

/** A state by its colour and its word. */
export function stateMark(state: string): Page {
  return html`<span class="state"
    ><span class="swatch" style="${stateColour(state)}"></span>${stateWord(state)}</span
  >`;
}
