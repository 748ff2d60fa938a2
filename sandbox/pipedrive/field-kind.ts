import type { Company } from "./company";
import type { FieldRecord } from "./records";

/** Objects that have fields of their own. */
export type FieldKind = "deal" | "organization";

/** The fields of one kind of object, by code. */
export function fieldPart(company: Company, kind: FieldKind): Map<string, FieldRecord> {
  return kind === "deal" ? company.dealFields : company.organizationFields;
}
