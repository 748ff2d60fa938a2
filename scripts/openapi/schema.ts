import { z } from "zod";

/**
 * A schema as OpenAPI 3.0 and JSON Schema write it: what both share, and OpenAPI's `nullable`. Words of either that say
 * nothing about a value (descriptions, examples) are dropped by parsing.
 */
export interface Schema {
  readonly type?: string | readonly string[] | undefined;
  readonly nullable?: boolean | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly const?: unknown;
  readonly format?: string | undefined;
  readonly pattern?: string | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly exclusiveMinimum?: number | boolean | undefined;
  readonly exclusiveMaximum?: number | boolean | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly minProperties?: number | undefined;
  readonly required?: readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly items?: Schema | undefined;
  readonly additionalProperties?: boolean | Schema | undefined;
  readonly allOf?: readonly Schema[] | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly oneOf?: readonly Schema[] | undefined;
  /** A text that may hold several of its words, with commas between them. */
  readonly "x-list"?: boolean | undefined;
}

const inner: z.ZodType<Schema> = z.lazy(() => schemaShape);
const several = z.array(inner).optional();
const count = z.number().optional();
const exclusive = z.union([z.number(), z.boolean()]).optional();

/** Parses one. */
export const schemaShape: z.ZodType<Schema> = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  nullable: z.boolean().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  minimum: count,
  maximum: count,
  exclusiveMinimum: exclusive,
  exclusiveMaximum: exclusive,
  minLength: count,
  maxLength: count,
  minItems: count,
  maxItems: count,
  minProperties: count,
  required: z.array(z.string()).optional(),
  properties: z.record(z.string(), inner).optional(),
  items: inner.optional(),
  additionalProperties: z.union([z.boolean(), inner]).optional(),
  allOf: several,
  anyOf: several,
  oneOf: several,
  "x-list": z.boolean().optional(),
});
