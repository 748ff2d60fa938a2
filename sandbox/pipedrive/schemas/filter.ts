import { z } from "zod";

import { booleanText } from "./common";

/** What a filter may be about. */
const FILTER_TYPES = ["deals", "leads", "org", "people", "products", "activity", "projects"] as const;

export type FilterType = (typeof FILTER_TYPES)[number];

const conditionSchema = z.strictObject({
  object: z.string(),
  /** The numeric id of a field, as v1 shows it. */
  field_id: z.coerce.number().int(),
  operator: z.enum(["=", "!=", "<", ">", "<=", ">=", "IS NULL", "IS NOT NULL", "LIKE '$%'", "LIKE '%$%'"]),
  value: z.union([z.string(), z.number(), z.null()]).optional(),
  extra_value: z.unknown().optional(),
  json_value_flag: z.boolean().optional(),
  field_code: z.string().nullable().optional(),
});

const groupSchema = z.strictObject({
  glue: z.enum(["and", "or"]),
  conditions: z.array(conditionSchema).nullable(),
});

/** Conditions: at the top `and`, below one group that must hold wholly and one of which any must hold. */
export const conditionsSchema = z.strictObject({
  glue: z.literal("and"),
  conditions: z.array(groupSchema).max(2),
});

export type Condition = z.output<typeof conditionSchema>;
export type ConditionGroup = z.output<typeof groupSchema>;
export type Conditions = z.output<typeof conditionsSchema>;

export const filterCreateSchema = z.strictObject({
  name: z.string(),
  conditions: z.record(z.string(), z.unknown()),
  type: z.enum(FILTER_TYPES),
});
export const filterListQuery = z.strictObject({ type: z.enum(FILTER_TYPES).optional() });
export const fieldCodeQuery = z.strictObject({ include_field_code: booleanText.optional() });
