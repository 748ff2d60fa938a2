import { invoiceTotals } from "./invoice-totals";
import { statusOf } from "./invoice-view";
import type { InvoiceRecord } from "./records";
import { before, changedOn, equals, from, isTrue, like, oneOf, upTo } from "./search";
import type { Filter } from "./search";
import type { FreshBooksWorld } from "./world";

/**
 * Search keys that work on invoices (facts §5.4); `status`, `payment_status`, `create_date` and the rest are silently
 * ignored.
 */
export function invoiceFilters(world: FreshBooksWorld): ReadonlyMap<string, Filter<InvoiceRecord>> {
  const isSettled = (invoice: InvoiceRecord) => invoiceTotals(invoice, world.payments).datePaid !== null;
  const isOutstanding = (invoice: InvoiceRecord) => invoiceTotals(invoice, world.payments).outstanding.gt(0);
  return new Map<string, Filter<InvoiceRecord>>([
    ["date_min", from(({ fields }) => fields.create_date)],
    ["date_max", upTo(({ fields }) => fields.create_date)],
    ["updated_min", from(changedOn)],
    ["updated_max", before(changedOn)],
    ["customerid", equals(({ fields }) => fields.customerid)],
    ["customerids", oneOf(({ fields }) => fields.customerid)],
    ["v3_status", equals((invoice) => statusOf(world, invoice).v3_status)],
    ["paid", isTrue(isSettled)],
    ["outstanding", isTrue(isOutstanding)],
    ["invoiceid", equals(({ id }) => id)],
    ["invoiceids", oneOf(({ id }) => id)],
    ["invoice_number", equals(({ fields }) => fields.invoice_number)],
    ["invoice_number_like", like(({ fields }) => fields.invoice_number)],
    ["vis_state", oneOf(({ visState }) => visState)],
  ]);
}

/** The only sort key that works on invoices. */
export const INVOICE_SORTS: ReadonlyMap<string, (invoice: InvoiceRecord) => string | number> = new Map([
  ["invoice_date", ({ fields }: InvoiceRecord) => fields.create_date],
]);
