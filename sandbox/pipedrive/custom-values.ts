import { z } from "zod";

import type { Company } from "./company";
import { notAllowed, validationFailed } from "./errors";
import type { CustomValues, FieldRecord } from "./records";
import { addressSchema } from "./schemas/common";
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
  address: addressSchema,
};

// An empty list does not clear a set; null does (facts §3.4).
function schemaOf(field: FieldRecord): z.ZodType {
  const option = z.literal((field.options ?? []).map((one) => one.id));
  if (field.field_type === "enum") return option;
  if (field.field_type === "set") return z.array(option).min(1);
  return SCHEMAS[field.field_type] ?? z.never();
}

const withCurrency = z.looseObject({ currency: z.string() });

// A sum in a currency that the company does not have refuses the write, as a deal's own currency does.
function refuseUnknownCurrency(company: Company, field: FieldRecord, value: unknown): void {
  const sum = withCurrency.safeParse(value);
  if (!sum.success || company.currencies.get(sum.data.currency)?.active_flag === true) return;
  throw validationFailed(
    `custom_fields.${field.field_code}: Currency '${sum.data.currency}' is not supported`,
  );
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
  const merged = new Map(known);
  for (const [code, value] of Object.entries(written ?? {})) {
    const field = fields.get(code);
    if (field?.is_custom_field !== true) throw validationFailed(notAllowed(code));
    merged.set(code, readValue(company, field, value));
  }
  return merged;
}

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
    const address = addressSchema.parse(value);
    return { ...address, formatted_address: address.value };
  }
  return withLabels ? labelled(field, value) : value;
}

export interface CustomValuesChoice {
  /** Codes to show; absent: all custom fields of the company, nulls too (facts §3.2). */
  readonly custom_fields?: readonly string[] | undefined;
  readonly include_option_labels?: boolean;
}

/** The `custom_fields` block of an answer. */
export function customValuesView(
  fields: ReadonlyMap<string, FieldRecord>,
  values: CustomValues,
  choice: CustomValuesChoice,
): Record<string, unknown> {
  const wanted = [...fields.values()].filter(
    ({ is_custom_field, field_code }) =>
      is_custom_field && (choice.custom_fields === undefined || choice.custom_fields.includes(field_code)),
  );
  return Object.fromEntries(
    wanted.map((field) => [
      field.field_code,
      shown(field, values.get(field.field_code), choice.include_option_labels === true),
    ]),
  );
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
const withValue = z.looseObject({ value: z.union([z.string(), z.number()]) });

/** The custom values that the search can find, as text by code (facts §4). */
export function searchableValues(
  fields: ReadonlyMap<string, FieldRecord>,
  values: CustomValues,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [code, value] of values) {
    const field = fields.get(code);
    if (field === undefined || !SEARCHABLE.includes(field.field_type)) continue;
    const inner = withValue.safeParse(value);
    const plain = inner.success ? inner.data.value : value;
    if (typeof plain === "string" || typeof plain === "number") found.set(code, String(plain));
  }
  return found;
}
