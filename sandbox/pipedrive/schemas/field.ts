import { z } from "zod";

import { wordList, pageQuery } from "./common";

/** Types of custom fields one may create (facts §3.4). */
const CREATABLE = [
  "varchar",
  "varchar_auto",
  "text",
  "double",
  "monetary",
  "date",
  "daterange",
  "time",
  "timerange",
  "set",
  "enum",
  "user",
  "org",
  "people",
  "phone",
  "address",
] as const;

/** Types that occur: the creatable ones and those of built-in fields. */
export type FieldType = (typeof CREATABLE)[number] | "int" | "pipeline" | "stage" | "status" | "visible_to";

const label = z.strictObject({ label: z.string().min(1).max(255) });
const block = z.record(z.string(), z.unknown());
const blocks = {
  ui_visibility: block.optional(),
  important_fields: block.optional(),
  required_fields: block.optional(),
};
const fieldName = z.string().min(1).max(255);
const description = z.string().nullable().optional();

const createShape = {
  field_name: fieldName,
  field_type: z.enum(CREATABLE),
  options: z.array(label).min(1).optional(),
  ...blocks,
};

function needsOptions(field: { field_type: string; options?: unknown }): boolean {
  return !["enum", "set"].includes(field.field_type) || field.options !== undefined;
}

const OPTIONS_NEEDED = { error: "options are required for this field_type", path: ["options"] };

/** Only deal fields have a description (facts §3.4). */
export const dealFieldCreateSchema = z
  .strictObject({ ...createShape, description })
  .refine(needsOptions, OPTIONS_NEEDED);
export const organizationFieldCreateSchema = z.strictObject(createShape).refine(needsOptions, OPTIONS_NEEDED);

export const dealFieldPatchSchema = z.strictObject({
  field_name: fieldName.optional(),
  ...blocks,
  description,
});
export const organizationFieldPatchSchema = z.strictObject({ field_name: fieldName.optional(), ...blocks });

export const optionsCreateSchema = z.array(label).min(1);
export const optionsPatchSchema = z.array(z.strictObject({ id: z.int(), ...label.shape })).min(1);
export const optionsDeleteSchema = z.array(z.strictObject({ id: z.int() })).min(1);

const BLOCKS = ["ui_visibility", "important_fields", "required_fields"] as const;
const includeFields = { include_fields: wordList(BLOCKS).optional() };
export const fieldListQuery = z.strictObject({ ...includeFields, ...pageQuery });
export const fieldGetQuery = z.strictObject(includeFields);

/** A new field; organizations' fields have no description. */
export interface FieldInput {
  readonly field_name: string;
  readonly field_type: (typeof CREATABLE)[number];
  readonly options?: readonly { readonly label: string }[] | undefined;
  readonly description?: string | null | undefined;
}

export interface FieldPatch {
  readonly field_name?: string | undefined;
  readonly description?: string | null | undefined;
}
