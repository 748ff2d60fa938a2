import { v3Status } from "./invoice-status";
import { sumsOf } from "./invoice-sums";
import type { ListRules } from "./list";
import type { Reading } from "./reading";
import type { InvoiceRecord } from "./records";
import {
  before,
  equals,
  isNumber,
  isTrue,
  from,
  like,
  numbersIn,
  oneOf,
  updatedFilters,
  upTo,
} from "./search";
import type { Filter, Search } from "./search";

function createDate({ fields }: InvoiceRecord): string {
  return fields.create_date;
}

/** `v3_status` as the API shows it. */
export function shownV3Status({ ledger, switches, today }: Reading, invoice: InvoiceRecord): string {
  const shown = invoice.shownAs?.["v3_status"];
  if (typeof shown === "string") return shown;
  return v3Status(invoice, sumsOf(ledger, invoice, switches.moneyDecimals), today, switches);
}

// Keys by which few of many are meant; the filters then decide.
function narrowed({ ledger }: Reading, search: Search): readonly InvoiceRecord[] | undefined {
  const [id] = numbersIn(search, "invoiceid") ?? [];
  if (id !== undefined) return ledger.invoices.pick([id]);
  const ids = numbersIn(search, "invoiceids");
  if (ids !== undefined) return ledger.invoices.pick(ids);
  const [client] = numbersIn(search, "customerid") ?? [];
  return client === undefined ? undefined : ledger.invoicesOf(client);
}

/**
 * What lists of invoices obey (facts §5.4): `status`, `payment_status`, `create_date` and the rest are silently
 * ignored, and so is every sort key but one.
 */
export function invoiceRules(reading: Reading): ListRules<InvoiceRecord> {
  const { ledger, switches } = reading;
  const sums = (invoice: InvoiceRecord) => sumsOf(ledger, invoice, switches.moneyDecimals);
  return {
    narrow: (search) => narrowed(reading, search),
    filters: new Map<string, Filter<InvoiceRecord>>([
      ["date_min", from(createDate)],
      ["date_max", switches.dateMaxInclusive ? upTo(createDate) : before(createDate)],
      ...updatedFilters(switches.updatedMinHonoured),
      ["customerid", isNumber(({ fields }) => fields.customerid)],
      ["customerids", oneOf(({ fields }) => fields.customerid)],
      ["v3_status", equals((invoice) => shownV3Status(reading, invoice))],
      ["paid", isTrue((invoice) => sums(invoice).payment === "paid")],
      ["outstanding", isTrue((invoice) => sums(invoice).isOutstanding)],
      ["invoiceid", isNumber(({ id }) => id)],
      ["invoiceids", oneOf(({ id }) => id)],
      ["invoice_number", equals(({ fields }) => fields.invoice_number)],
      ["invoice_number_like", like(({ fields }) => fields.invoice_number)],
      ["vis_state", oneOf(({ visState }) => visState)],
    ]),
    sorts: new Map([["invoice_date", createDate]]),
  };
}
