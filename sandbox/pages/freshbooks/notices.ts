import { BACKSTAGE_NOTICES } from "../backstage/notices";
import { INVOICE_ACTS } from "./invoice-acts";

/** Sentences that say what was done, by the key in the address. */
export const NOTICES: ReadonlyMap<string, string> = new Map([
  ...BACKSTAGE_NOTICES,
  ...INVOICE_ACTS.map(({ key, done }) => [key, done] as const),
  ["client-created", "Client created. It can be billed now."],
  ["client-deleted", "Client deleted. Its invoices stay."],
  ["invoice-created", "Invoice created, as a draft."],
  ["payment-recorded", "Payment recorded."],
  ["payment-deleted", "Payment deleted. The invoice's sums followed."],
  ["callback-deleted", "Callback deleted."],
  ["sample-loaded", "Sample data loaded."],
]);
