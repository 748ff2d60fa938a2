import type { Caller } from "./caller";
import type { Company } from "./company";
import { entityNotFound, plainRefusal, validationFailed } from "./errors";
import { refuseFieldBeyondPlan } from "./field-cap";
import { fieldPart } from "./field-kind";
import type { FieldKind } from "./field-kind";
import { fieldView } from "./field-view";
import type { FieldOption, FieldRecord } from "./records";
import type { FieldInput, FieldPatch } from "./schemas/field";
import { differences } from "./webhooks/differences";
import type { CompanyEvent } from "./webhooks/event";
import { fieldEventName } from "./webhooks/field-event-name";

type Told = Pick<CompanyEvent, "action" | "data" | "previous">;

// Since May 2026 webhooks tell of definitions of fields too (facts §8).
function tell(company: Company, caller: Caller, kind: FieldKind, field: FieldRecord, told: Told): void {
  if (!company.hooks.isHeard) return;
  const entity = fieldEventName(company.switches.fieldEventSpelling, kind);
  const { userId, source } = caller;
  company.hooks.announce({ entity, entityId: field.field_code, userId, source, ...told });
}

function changing(
  company: Company,
  caller: Caller,
  kind: FieldKind,
  field: FieldRecord,
  work: () => void,
): void {
  const before = fieldView(kind, field);
  work();
  const data = fieldView(kind, field);
  const previous = differences(before, data);
  if (Object.keys(previous).length > 0)
    tell(company, caller, kind, field, { action: "change", data, previous });
}

/** The field of a path. A deleted one is gone or not found (facts §12.20). */
export function requireField(company: Company, kind: FieldKind, code: string): FieldRecord {
  const field = fieldPart(company, kind).get(code);
  if (field !== undefined) return field;
  const isGone = company.deletedFieldCodes.has(code) && company.switches.getDeletedFieldStatus === 410;
  throw isGone ? plainRefusal(410, "The field is not found") : entityNotFound();
}

/** A field that a person or an app made; built-in ones cannot be changed or removed. */
export function requireCustomField(company: Company, kind: FieldKind, code: string): FieldRecord {
  const field = requireField(company, kind, code);
  if (!field.is_custom_field) throw validationFailed(`${code}: Only custom fields can be changed`);
  return field;
}

function newOptions(company: Company, labels: readonly { readonly label: string }[]): FieldOption[] {
  return labels.map(({ label }) => ({ id: company.ids.option.take(), label }));
}

/** Makes a custom field with a new 40-hex code; a second field of the same name is a twin (facts §3.4). */
export function createField(
  company: Company,
  caller: Caller,
  kind: FieldKind,
  input: FieldInput,
): FieldRecord {
  refuseFieldBeyondPlan(company);
  const hasOptions = input.field_type === "enum" || input.field_type === "set";
  const field: FieldRecord = {
    id: company.ids.field.take(),
    field_code: company.random.hex(40),
    field_name: input.field_name,
    field_type: input.field_type,
    is_custom_field: true,
    description: input.description ?? null,
    options: hasOptions ? newOptions(company, input.options ?? []) : null,
  };
  fieldPart(company, kind).set(field.field_code, field);
  tell(company, caller, kind, field, { action: "create", data: fieldView(kind, field), previous: null });
  return field;
}

/** Renames or describes a field; its type and code stay. */
export function patchField(
  company: Company,
  caller: Caller,
  kind: FieldKind,
  field: FieldRecord,
  patch: FieldPatch,
): void {
  changing(company, caller, kind, field, () => {
    field.field_name = patch.field_name ?? field.field_name;
    if (patch.description !== undefined) field.description = patch.description;
  });
}

/** Removes a field; from now on its code refuses a whole write (facts §3.4). */
export function deleteField(company: Company, caller: Caller, kind: FieldKind, field: FieldRecord): void {
  fieldPart(company, kind).delete(field.field_code);
  company.deletedFieldCodes.add(field.field_code);
  tell(company, caller, kind, field, { action: "delete", data: null, previous: fieldView(kind, field) });
}

function requireOptions(field: FieldRecord): readonly FieldOption[] {
  if (field.options === null) throw validationFailed(`${field.field_code}: The field has no options`);
  return field.options;
}

function refuseUnknown(known: readonly FieldOption[], wanted: readonly { readonly id: number }[]): void {
  const stranger = wanted.find(({ id }) => !known.some((option) => option.id === id));
  if (stranger !== undefined) throw validationFailed(`id: Option ${stranger.id} not found`);
}

/** Adds, renames or removes options, all of those named or none; gives the ones concerned. */
export function changeOptions(
  company: Company,
  caller: Caller,
  kind: FieldKind,
  field: FieldRecord,
  change: OptionChange,
): readonly FieldOption[] {
  const known = requireOptions(field);
  const { options, answer } = change(company, known);
  changing(company, caller, kind, field, () => {
    field.options = options;
  });
  return answer;
}

/** What becomes of a field's options, and which of them the answer shows. */
type OptionChange = (
  company: Company,
  known: readonly FieldOption[],
) => { readonly options: readonly FieldOption[]; readonly answer: readonly FieldOption[] };

export function adding(labels: readonly { readonly label: string }[]): OptionChange {
  return (company, known) => {
    const added = newOptions(company, labels);
    return { options: [...known, ...added], answer: added };
  };
}

export function renaming(renamed: readonly FieldOption[]): OptionChange {
  return (_company, known) => {
    refuseUnknown(known, renamed);
    const options = known.map((option) => renamed.find(({ id }) => id === option.id) ?? option);
    return { options, answer: renamed };
  };
}

export function removing(removed: readonly { readonly id: number }[]): OptionChange {
  return (_company, known) => {
    refuseUnknown(known, removed);
    const isRemoved = (option: FieldOption) => removed.some(({ id }) => id === option.id);
    return { options: known.filter((option) => !isRemoved(option)), answer: known.filter(isRemoved) };
  };
}
