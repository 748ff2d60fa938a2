import { PipedriveError, entityNotFound, validationFailed } from "./errors";
import { fieldPart } from "./field-kind";
import type { FieldKind } from "./field-kind";
import { customFieldLimit } from "./plan-limits";
import type { FieldOption, FieldRecord } from "./records";
import type { FieldInput, FieldPatch } from "./schemas/field";
import type { Company } from "./company";

type FieldMap = ReadonlyMap<string, FieldRecord>;

const ADDRESS_PARTS = [
  "subpremise",
  "street_number",
  "route",
  "sublocality",
  "locality",
  "admin_area_level_1",
  "admin_area_level_2",
  "country",
  "postal_code",
  "formatted_address",
];

function subfields(field: FieldRecord): object[] | null {
  if (field.field_type === "address") {
    return ADDRESS_PARTS.map((part) => ({ field_code: part, field_name: part, field_type: "varchar" }));
  }
  if (field.field_type !== "monetary") return null;
  return [{ field_code: "currency", field_name: `Currency of ${field.field_name}`, field_type: "varchar" }];
}

/** A field as v2 answers it; only deal fields have a description (facts §3.4). */
export function fieldView(kind: FieldKind, field: FieldRecord): Record<string, unknown> {
  const { description, ...rest } = field;
  return {
    ...rest,
    ...(kind === "deal" ? { description } : {}),
    subfields: subfields(field),
    is_optional_response_field: false,
  };
}

export function requireField(fields: FieldMap, code: string): FieldRecord {
  const field = fields.get(code);
  if (field === undefined) throw entityNotFound();
  return field;
}

/** A field that a person or an app made; built-in ones cannot be changed or removed. */
export function requireCustomField(fields: FieldMap, code: string): FieldRecord {
  const field = requireField(fields, code);
  if (!field.is_custom_field) throw validationFailed(`${code}: Only custom fields can be changed`);
  return field;
}

function refuseBeyondPlan(company: Company): void {
  const all = [...company.dealFields.values(), ...company.organizationFields.values()];
  if (all.filter((field) => field.is_custom_field).length < customFieldLimit(company)) return;
  const error = "Couldn't add the field. Custom fields limit reached.";
  throw new PipedriveError(403, { success: false, error, code: "feature_capping_custom_fields_limit" });
}

function newOptions(company: Company, labels: readonly { readonly label: string }[]): FieldOption[] {
  return labels.map(({ label }) => ({ id: company.ids.option.take(), label }));
}

/** Makes a custom field with a new 40-hex code; a second field of the same name is a twin (facts §3.4). */
export function createField(company: Company, kind: FieldKind, input: FieldInput): FieldRecord {
  refuseBeyondPlan(company);
  const hasOptions = input.field_type === "enum" || input.field_type === "set";
  const field: FieldRecord = {
    field_code: company.random.hex(40),
    field_name: input.field_name,
    field_type: input.field_type,
    is_custom_field: true,
    description: input.description ?? null,
    options: hasOptions ? newOptions(company, input.options ?? []) : null,
  };
  fieldPart(company, kind).set(field.field_code, field);
  return field;
}

/** Renames or describes a field; its type and code stay. */
export function patchField(field: FieldRecord, patch: FieldPatch): void {
  field.field_name = patch.field_name ?? field.field_name;
  if (patch.description !== undefined) field.description = patch.description;
}

/** Removes a field; from now on its code refuses a whole write (facts §3.4). */
export function deleteField(company: Company, kind: FieldKind, field: FieldRecord): void {
  fieldPart(company, kind).delete(field.field_code);
}

function requireOptions(field: FieldRecord): readonly FieldOption[] {
  if (field.options === null) throw validationFailed(`${field.field_code}: The field has no options`);
  return field.options;
}

function refuseUnknown(known: readonly FieldOption[], wanted: readonly { readonly id: number }[]): void {
  const stranger = wanted.find(({ id }) => !known.some((option) => option.id === id));
  if (stranger !== undefined) throw validationFailed(`id: Option ${stranger.id} not found`);
}

export function addOptions(
  company: Company,
  field: FieldRecord,
  labels: readonly { readonly label: string }[],
): readonly FieldOption[] {
  const added = newOptions(company, labels);
  field.options = [...requireOptions(field), ...added];
  return added;
}

export function renameOptions(field: FieldRecord, renamed: readonly FieldOption[]): readonly FieldOption[] {
  const known = requireOptions(field);
  refuseUnknown(known, renamed);
  field.options = known.map((option) => renamed.find(({ id }) => id === option.id) ?? option);
  return renamed;
}

export function removeOptions(
  field: FieldRecord,
  removed: readonly { readonly id: number }[],
): readonly FieldOption[] {
  const known = requireOptions(field);
  refuseUnknown(known, removed);
  const isRemoved = (option: FieldOption) => removed.some(({ id }) => id === option.id);
  field.options = known.filter((option) => !isRemoved(option));
  return known.filter(isRemoved);
}
