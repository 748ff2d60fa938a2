import type { Company } from "./company";
import { PipedriveError } from "./errors";
import { customFieldLimit } from "./plan-limits";
import type { FieldRecord } from "./records";

const CODE = "feature_capping_custom_fields_limit";

function customFields(company: Company): FieldRecord[] {
  return [...company.dealFields.values(), ...company.organizationFields.values()].filter(
    (field) => field.is_custom_field,
  );
}

/** Refuses another field when the plan's number of custom fields is reached (facts §6). */
export function refuseFieldBeyondPlan(company: Company): void {
  if (customFields(company).length < customFieldLimit(company)) return;
  const error = "Couldn't add the field. Custom fields limit reached.";
  throw new PipedriveError(403, { success: false, error, code: CODE });
}

/** Whether a field is one too many for the plan: the newest become read-only after a downgrade (facts §6). */
export function isReadOnly(company: Company, field: FieldRecord): boolean {
  const limit = customFieldLimit(company);
  // Asked of each value that is written: mostly the fields are not even as many.
  if (company.dealFields.size + company.organizationFields.size <= limit) return false;
  const older = customFields(company).filter(({ id }) => id < field.id);
  return older.length >= limit;
}

/** The answer to a write into such a field. */
export function readOnlyField(field: FieldRecord): PipedriveError {
  const error = `${field.field_code}: The field is read-only. Custom fields limit reached.`;
  return new PipedriveError(403, { success: false, error, code: CODE });
}
