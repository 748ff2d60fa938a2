import { invoiceStateLabels as labels, invoiceStates as states } from "../domain/invoice-states";
import type { InvoiceState as State } from "../domain/invoice-states";

/**
 * The invoice states and the words for them as the browser may know them. Apart from `sync.ts` so that a page that only
 * shows a state loads no schema library.
 */
export type InvoiceState = State;

/** All states, in the order of an invoice's life. */
export const invoiceStates: readonly InvoiceState[] = states;

/** What people read for each state. */
export const invoiceStateLabels: Readonly<Record<InvoiceState, string>> = labels;
