import { z } from "zod";

import type { Company } from "./company";
import { notAllowed, unknownReference, validationFailed } from "./errors";
import { isReadOnly, readOnlyField } from "./field-cap";
import type { CustomValues, FieldRecord } from "./records";
import { addressBody } from "./schemas/address";
import type { FieldType } from "./schemas/field";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/, "must be HH:MM:SS");
const zone = { timezone_id: z.int().nullable().optional(), timezone_name: z.string().nullable().optional() };
const date = z.iso.date();
const short = z.string().max(255);
const id = z.int();

const SCHEMAS: Partial<Record<FieldType, z.ZodType>> = {
  varchar: short,
  varchar_auto: short,
  phone: short,
  text: z.string().max(65_535),
  double: z.number(),
  monetary: z.strictObject({ value: z.number(), currency: z.string() }),
  date,
  daterange: z.strictObject({ value: date, until: date }),
  time: z.strictObject({ value: clock, ...zone }),
  timerange: z.strictObject({ value: clock, until: clock, ...zone }),
  user: id,
  org: id,
  people: id,
  address: addressBody,
};

// Built for those fields alone that have options: a schema costs more than many values do.
// An empty list does not clear a set; null does (facts §3.4).
function schemaOf({ field_type: type, options }: FieldRecord): z.ZodType {
  if (type !== "enum" && type !== "set") return SCHEMAS[type] ?? z.never();
  const option = z.literal((options ?? []).map((one) => one.id));
  return type === "enum" ? option : z.array(option).min(1);
}

const withCurrency = z.looseObject({ currency: z.string() });

// A sum in a currency that the company does not have refuses the write, as a deal's own currency does.
function refuseUnknownCurrency(company: Company, field: FieldRecord, value: unknown): void {
  const sum = withCurrency.safeParse(value);
  if (!sum.success || company.currencies.get(sum.data.currency)?.active_flag === true) return;
  const code = sum.data.currency;
  throw unknownReference(company, `custom_fields.${field.field_code}: Currency '${code}' is not supported`);
}

function readValue(company: Company, field: FieldRecord, value: unknown): unknown {
  if (value === null) return null;
  if (field.field_type === "monetary") refuseUnknownCurrency(company, field, value);
  const parsed = schemaOf(field).safeParse(value);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map((issue) => issue.message).join("; ");
  throw validationFailed(`custom_fields.${field.field_code}: ${reasons}`);
}

/**
 * The custom values of a record after a write. An unknown or deleted code, and a built-in one, refuse the whole write
 * (facts §3.4).
 */
export function mergeCustomValues(
  company: Company,
  fields: ReadonlyMap<string, FieldRecord>,
  known: CustomValues,
  written: Readonly<Record<string, unknown>> | undefined,
): CustomValues {
  if (written === undefined) return known;
  const merged = new Map(known);
  for (const [code, value] of Object.entries(written)) {
    const field = fields.get(code);
    if (field?.is_custom_field !== true) throw validationFailed(notAllowed(code));
    if (isReadOnly(company, field)) throw readOnlyField(field);
    merged.set(code, readValue(company, field, value));
  }
  return merged;
}

const withAddress = z.looseObject({ value: z.string() });

function labelled(field: FieldRecord, value: unknown): unknown {
  const options = field.options ?? [];
  if (field.field_type === "enum") return options.find((option) => option.id === value) ?? null;
  if (field.field_type === "set" && Array.isArray(value))
    return options.filter((option) => value.includes(option.id));
  return value;
}

function shown(field: FieldRecord, value: unknown, withLabels: boolean): unknown {
  if (value === undefined || value === null) return null;
  if (field.field_type === "address") {
    const address = withAddress.safeParse(value);
    return address.success ? { ...address.data, formatted_address: address.data.value } : value;
  }
  return withLabels ? labelled(field, value) : value;
}

export interface CustomValuesChoice {
  /** Codes to show; absent: all custom fields of the company, nulls too (facts §3.2). */
  readonly custom_fields?: readonly string[] | undefined;
  readonly include_option_labels?: boolean;
  /** Leave fields without a value out, unless they are named. */
  readonly without_nulls?: boolean;
}

/** The `custom_fields` block of an answer. */
export function customValuesView(
  fields: ReadonlyMap<string, FieldRecord>,
  values: CustomValues,
  choice: CustomValuesChoice,
): Record<string, unknown> {
  const wanted = choice.custom_fields;
  const shownOf: Record<string, unknown> = {};
  for (const field of fields.values()) {
    const code = field.field_code;
    if (!field.is_custom_field || wanted?.includes(code) === false) continue;
    const value = shown(field, values.get(code), choice.include_option_labels === true);
    const isHidden = value === null && choice.without_nulls === true && wanted === undefined;
    if (!isHidden) shownOf[code] = value;
  }
  return shownOf;
}

const SEARCHABLE: readonly FieldType[] = [
  "address",
  "varchar",
  "text",
  "varchar_auto",
  "double",
  "monetary",
  "phone",
];
/** A value as text: of sums and addresses the value itself; `undefined` for what has none. */
function plainText(value: unknown): string | undefined {
  const inner = typeof value === "object" && value !== null && "value" in value ? value.value : value;
  return typeof inner === "string" || typeof inner === "number" ? String(inner) : undefined;
}

/** All values as texts, whatever the type of their field. */
export function plainTexts(values: CustomValues): string[] {
  return [...values.values()].flatMap((value) => plainText(value) ?? []);
}

/** The custom values that the search can find, as text by code (facts §4). */
export function searchableValues(
  fields: ReadonlyMap<string, FieldRecord>,
  values: CustomValues,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [code, value] of values) {
    const field = fields.get(code);
    if (field === undefined || !SEARCHABLE.includes(field.field_type)) continue;
    const text = plainText(value);
    if (text !== undefined) found.set(code, text);
  }
  return found;
}
