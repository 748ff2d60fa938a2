import { contactViews } from "./contacts";
import { lineAmount } from "./invoice-sums";
import { decimalsOf, moneyView } from "./money";
import type { Reading } from "./reading";
import type { InvoiceLine, InvoiceRecord } from "./records";
import { easternStamp } from "./stamps";

function lineView({ switches }: Reading, invoice: InvoiceRecord, line: InvoiceLine): object {
  const code = invoice.fields.currency_code;
  const amount = lineAmount(line, decimalsOf(code, switches.moneyDecimals));
  return {
    ...line,
    invoiceid: invoice.id,
    unit_cost: { amount: line.unit_cost, code },
    amount: moneyView(amount, code, switches.moneyDecimals),
    taxNumber1: null,
    taxNumber2: null,
    compounded_tax: false,
    expenseid: 0,
    retainer_id: null,
    modern_project_id: null,
    date: null,
    updated: easternStamp(invoice.updatedMs),
  };
}

const PRESENTATION = {
  theme_font_name: "modern",
  theme_layout: "simple",
  theme_primary_color: "#004d99",
  image_logo_src: null,
  image_banner_src: null,
  date_format: "mm/dd/yyyy",
  label: "",
};

type Include = (reading: Reading, invoice: InvoiceRecord) => unknown;

/** What can be asked for beside the invoice itself (facts §5). What the stand-in keeps no record of is empty. */
const INCLUDES: ReadonlyMap<string, Include> = new Map<string, Include>([
  ["lines", (reading, invoice) => invoice.lines.map((line) => lineView(reading, invoice, line))],
  ["owner", () => ({ id: 1, userid: 1, fname: "", lname: "", organization: "", email: "" })],
  ["presentation", (_reading, invoice) => ({ ...PRESENTATION, invoiceid: invoice.id })],
  ["system", ({ ledger }) => ({ accountid: ledger.accountId, accounting_systemid: ledger.accountId })],
  [
    "contacts",
    ({ ledger }, invoice) => {
      const client = ledger.clients.get(invoice.fields.customerid);
      return client === undefined ? [] : contactViews(client);
    },
  ],
  ["allowed_gateways", () => []],
  ["attachments", () => []],
  ["audit_logs", () => []],
  ["client_audits", () => []],
  ["invoice_profile", () => null],
  ["late_fee", () => null],
  ["late_reminders", () => []],
  ["payment_schedule", () => []],
]);

/** The values of `include[]` that are known; the others are silently ignored (facts §8). */
export function invoiceIncludes(
  reading: Reading,
  invoice: InvoiceRecord,
  names: readonly string[],
): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const name of names) {
    const include = INCLUDES.get(name);
    if (include !== undefined) shown[name] = include(reading, invoice);
  }
  return shown;
}
