import { z } from "zod";

/*
 * Query values arrive as text. `meta` gives each the type that callers are told to send, which is what the table of
 * operations shows.
 */

/** A query value that must be a whole number. */
export const integerText = z
  .string()
  .regex(/^\d+$/, "must be a number")
  .transform(Number)
  .meta({ type: "integer", pattern: undefined });

/** A query value that must be a boolean. */
export const booleanText = z
  .enum(["true", "false", "1", "0"])
  .transform((value) => value === "true" || value === "1")
  .meta({ type: "boolean", enum: undefined });

/** RFC 3339 with whole seconds: fractions are refused (facts §3.2). Gives milliseconds. */
const secondsText = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/, "must be in RFC3339 format")
  .transform((value) => Date.parse(value))
  .meta({ pattern: undefined });

/** A time in a body: RFC 3339, or `YYYY-MM-DD HH:MM:SS` in UTC. Gives milliseconds. */
export const bodyTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:Z)?$/, "must be a date and time")
  .transform((value) => Date.parse(`${value.slice(0, 19).replace(" ", "T")}Z`))
  .meta({ pattern: undefined });

/** A comma-separated list of at most `max` items, each matching `item`. */
function commaList(item: RegExp, max: number) {
  return z
    .string()
    .transform((value) => value.split(",").filter((part) => part !== ""))
    .refine((parts) => parts.every((part) => item.test(part)), "holds a value that is not allowed")
    .refine((parts) => parts.length <= max, `must hold at most ${max} values`);
}

/** A comma-separated list of words out of a closed set; callers are told of single words only (facts §13.6). */
export function wordList(words: readonly string[]) {
  const escaped = words.map((word) => word.replaceAll(".", String.raw`\.`));
  return commaList(new RegExp(`^(?:${escaped.join("|")})$`), words.length).meta({ enum: [...words] });
}

export const idList = z
  .string()
  .regex(/^\d+(,\d+)*$/, "must be a comma-separated list of ids")
  .transform((value) => value.split(",").map(Number))
  .refine((ids) => ids.length <= 100, "must hold at most 100 ids")
  .meta({ pattern: undefined });

export const visibleTo = z.literal([1, 3, 5, 7]);
export const customFieldsBody = z.record(z.string(), z.unknown());

/** Query parameters of every list. */
export const pageQuery = {
  limit: integerText.refine((limit) => limit >= 1 && limit <= 500, "must be between 1 and 500").default(100),
  cursor: z.string().optional(),
};

export const sortQuery = {
  sort_by: z.enum(["id", "update_time", "add_time"]).default("id"),
  sort_direction: z.enum(["asc", "desc"]).default("asc"),
};

export const customFieldsQuery = { custom_fields: commaList(/./, 15).optional() };
export const labelQuery = {
  include_option_labels: booleanText.default(false),
  include_labels: booleanText.default(false),
};
export const changeQuery = { updated_since: secondsText.optional(), updated_until: secondsText.optional() };
