import { holdsValue } from "./equal";
import type { Desired } from "./plan/desired";
import type { Written } from "./plan/types";

/** One value that crosses the line: the ledger's on the left, the pipeline's on the right. */
export type TruthLine = {
  label: string;
  /** Where it comes from: `invoice.amount` … */
  source: string;
  ledger: string | null;
  /** Pipedrive's key. */
  target: string;
  pipeline: string | null;
  isSame: boolean;
  because: string;
};

/** Which FreshBooks value feeds a field; fields made by a rule name the rule. */
const sources: Readonly<Record<string, string>> = {
  Title: "mapping.title",
  Value: "invoice.amount",
  Currency: "invoice.currency_code",
  Stage: "invoice.state",
  Status: "invoice.state",
  "Lost reason": "mapping.lost_reason",
  "Expected close date": "invoice.due_date",
  Organization: "invoice.customerid",
  "FreshBooks invoice ID": "invoice.id",
  "FreshBooks invoice number": "invoice.invoice_number",
  "FreshBooks status": "invoice.state",
  "FreshBooks due date": "invoice.due_date",
  "FreshBooks outstanding": "invoice.outstanding",
  "FreshBooks paid": "invoice.paid",
  Name: "client.organization",
  Address: "client.p_*",
  "FreshBooks client ID": "client.id",
  "FreshBooks currency": "client.currency_code",
};

/** Each value Pipedrive ought to hold beside the one it holds by our hand. */
export function compareSides(desired: readonly Desired[], written: Written | null): TruthLine[] {
  return desired.map(({ label, key, value, because, show }) => {
    const held = written?.[key];
    return {
      label,
      source: sources[label] ?? "freshbooks",
      ledger: show(value),
      target: key,
      pipeline: held === undefined ? null : show(held),
      isSame: holdsValue(held, value),
      because,
    };
  });
}
