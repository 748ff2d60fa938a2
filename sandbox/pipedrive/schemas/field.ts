import { z } from "zod";

import { integerText, pageQuery } from "./common";

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

const fieldName = z.string().min(1).max(255);
const description = z.string().nullable().optional();
const option = z.strictObject({ label: z.string() });
const label = z.string().min(1).max(255);
const pipelines = z.object({
  show_in_all: z.boolean().default(true),
  pipeline_ids: z.array(z.int()).optional(),
});
const dialog = z.object({ show: z.boolean().default(false), order: z.int().nullable().default(null) });
const stageRule = { enabled: z.boolean().default(false), stage_ids: z.array(z.int()).default([]) };

const dealBlocks = {
  ui_visibility: z
    .looseObject({
      add_visible_flag: z.boolean().default(false),
      details_visible_flag: z.boolean().default(true),
      projects_detail_visible_flag: z.boolean().default(false),
      show_in_pipelines: pipelines.optional(),
    })
    .optional(),
  important_fields: z.looseObject(stageRule).optional(),
  required_fields: z
    .looseObject({
      ...stageRule,
      statuses: z.record(z.string(), z.array(z.enum(["won", "lost"]))).default({}),
    })
    .optional(),
};

const contactBlocks = {
  ui_visibility: z
    .looseObject({
      add_visible_flag: z.boolean().default(false),
      details_visible_flag: z.boolean().default(true),
      show_in_add_deal_dialog: dialog.optional(),
      show_in_add_person_dialog: dialog.optional(),
    })
    .optional(),
  important_fields: z.looseObject(stageRule).optional(),
  required_fields: z.looseObject({ enabled: z.boolean().default(false) }).optional(),
};

const newField = {
  field_name: fieldName,
  field_type: z.enum(CREATABLE),
  options: z.array(option).optional(),
};

function needsOptions(field: { field_type: string; options?: readonly unknown[] | undefined }): boolean {
  return !["enum", "set"].includes(field.field_type) || (field.options ?? []).length > 0;
}

const OPTIONS_NEEDED = { error: "options are required for this field_type", path: ["options"] };

/** Only deal fields have a description (facts §3.4). */
export const dealFieldCreateSchema = z
  .strictObject({ ...newField, ...dealBlocks, description })
  .refine(needsOptions, OPTIONS_NEEDED);
export const organizationFieldCreateSchema = z
  .strictObject({ ...newField, ...contactBlocks })
  .refine(needsOptions, OPTIONS_NEEDED);

function saysSomething(patch: object): boolean {
  return Object.keys(patch).length > 0;
}

const NOTHING_SAID = "must change at least one property";

export const dealFieldPatchSchema = z
  .strictObject({ field_name: fieldName.optional(), ...dealBlocks, description })
  .refine(saysSomething, NOTHING_SAID)
  .meta({ minProperties: 1 });
export const organizationFieldPatchSchema = z
  .strictObject({ field_name: fieldName.optional(), ...contactBlocks })
  .refine(saysSomething, NOTHING_SAID)
  .meta({ minProperties: 1 });

export const optionsCreateSchema = z.array(z.strictObject({ label })).min(1);
export const optionsPatchSchema = z.array(z.strictObject({ id: z.int(), label })).min(1);
export const optionsDeleteSchema = z.array(z.strictObject({ id: z.int() })).min(1);

/** The three blocks in their one order: each alone, and every combination. */
const includeFields = {
  include_fields: z
    .enum([
      "ui_visibility",
      "important_fields",
      "required_fields",
      "ui_visibility,important_fields",
      "ui_visibility,required_fields",
      "important_fields,required_fields",
      "ui_visibility,important_fields,required_fields",
    ])
    .transform((value) => value.split(","))
    .optional(),
};
export const fieldListQuery = z.strictObject({ ...includeFields, ...pageQuery });
export const fieldGetQuery = z.strictObject(includeFields);

/** Paging of v1. */
export const fieldListQueryV1 = z.strictObject({
  start: integerText.default(0),
  limit: integerText.refine((limit) => limit >= 1 && limit <= 500, "must be between 1 and 500").default(100),
});

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
