import { invoiceStateLabels, invoiceStates } from "../invoice-states";
import type { DealPurpose, OrganizationPurpose } from "./rules";

/** A custom field that the sync needs in a company. Names are what people see and what is looked up first. */
export type FieldSpec = {
  entity: "organization" | "deal";
  purpose: OrganizationPurpose | DealPurpose;
  name: string;
  type: "varchar" | "enum" | "date" | "monetary";
  /** Our value and the label people read, for `enum`. */
  options: readonly { value: string; label: string }[];
};

const stateOptions = invoiceStates.map((value) => ({ value, label: invoiceStateLabels[value] }));

function deal(purpose: DealPurpose, name: string, type: FieldSpec["type"]): FieldSpec {
  return { entity: "deal", purpose, name, type, options: type === "enum" ? stateOptions : [] };
}

function organization(purpose: OrganizationPurpose, name: string): FieldSpec {
  return { entity: "organization", purpose, name, type: "varchar", options: [] };
}

/** Every custom field of a mapping, in the order in which they are made. */
export const fieldSpecs: readonly FieldSpec[] = [
  organization("freshbooksId", "FreshBooks client ID"),
  organization("currency", "FreshBooks currency"),
  deal("freshbooksId", "FreshBooks invoice ID", "varchar"),
  deal("number", "FreshBooks invoice number", "varchar"),
  deal("state", "FreshBooks status", "enum"),
  deal("dueDate", "FreshBooks due date", "date"),
  deal("outstanding", "FreshBooks outstanding", "monetary"),
  deal("paid", "FreshBooks paid", "monetary"),
];
