import type { SourceInvoice } from "../source";

const values: Readonly<Record<string, (invoice: SourceInvoice) => string>> = {
  "invoice.number": (invoice) => invoice.number,
  "invoice.id": (invoice) => invoice.id,
  "invoice.po_number": (invoice) => invoice.poNumber,
  "client.name": (invoice) => invoice.clientName,
};

/** Names that a title template may use between double braces. */
export const titleVariables: readonly string[] = Object.keys(values);

/** Fills a deal's title. Unknown names become empty; an empty result falls back to the invoice's number. */
export function dealTitle(template: string, invoice: SourceInvoice): string {
  const filled = template.replaceAll(/\{\{\s*([a-z_.]+)\s*\}\}/g, (_match, name: string) => {
    const read = Object.hasOwn(values, name) ? values[name] : undefined;
    return read ? read(invoice) : "";
  });
  const title = filled.replaceAll(/\s+/g, " ").trim().slice(0, 255);
  return title === "" ? `Invoice ${invoice.number === "" ? invoice.id : invoice.number}` : title;
}
