/**
 * The invoice states and the words for them, for screens. Apart from `sync.ts` so that a page that only
 * shows a state loads no schema library.
 */
export { invoiceStateLabels, invoiceStates, type InvoiceState } from "../domain/invoice-states";
