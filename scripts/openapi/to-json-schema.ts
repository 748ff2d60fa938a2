import type { Schema } from "./schema";

/** `nullable` as JSON Schema says it: null beside the types, and among the allowed values. */
function withNull({ nullable, ...schema }: Schema): Schema {
  if (nullable !== true) return schema;
  if (schema.type === undefined) return { anyOf: [schema, { type: "null" }] };
  const type = [schema.type, "null"].flat();
  return { ...schema, type, ...(schema.enum && { enum: [...schema.enum, null] }) };
}

/** OpenAPI 3.0 says with a flag that a bound is not itself allowed; JSON Schema gives the bound in its place. */
function withBounds({ exclusiveMinimum, exclusiveMaximum, ...schema }: Schema): Schema {
  const { minimum, maximum, ...rest } = schema;
  const low = exclusiveMinimum === true ? { exclusiveMinimum: minimum } : { minimum };
  const high = exclusiveMaximum === true ? { exclusiveMaximum: maximum } : { maximum };
  return { ...rest, ...(minimum !== undefined && low), ...(maximum !== undefined && high) };
}

/** The properties of both; what has a name in both is joined in turn. */
function mergeProperties(one: Schema, other: Schema): Record<string, Schema> {
  const merged = new Map(Object.entries(one.properties ?? {}));
  for (const [name, value] of Object.entries(other.properties ?? {})) {
    const known = merged.get(name);
    merged.set(name, known === undefined ? value : merge(known, value));
  }
  return Object.fromEntries(merged);
}

/** Both at once: an object with the properties of each. */
function merge(one: Schema, other: Schema): Schema {
  const required = [...(one.required ?? []), ...(other.required ?? [])];
  const properties = mergeProperties(one, other);
  return {
    ...one,
    ...other,
    ...(required.length > 0 && { required: [...new Set(required)] }),
    ...(Object.keys(properties).length > 0 && { properties }),
  };
}

function mapValues(properties: Readonly<Record<string, Schema>>): Record<string, Schema> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, toJsonSchema(value)]));
}

/**
 * A schema of an OpenAPI 3.0 file as JSON Schema (draft 7). Parts joined by `allOf` become one, so that a schema may be
 * closed afterwards; the files join objects only.
 */
export function toJsonSchema({ allOf, ...own }: Schema): Schema {
  const { properties, items, additionalProperties, anyOf, oneOf } = own;
  const schema: Schema = {
    ...own,
    ...(properties && { properties: mapValues(properties) }),
    ...(items && { items: toJsonSchema(items) }),
    ...(typeof additionalProperties === "object" && {
      additionalProperties: toJsonSchema(additionalProperties),
    }),
    ...(anyOf && { anyOf: anyOf.map(toJsonSchema) }),
    ...(oneOf && { oneOf: oneOf.map(toJsonSchema) }),
  };
  return withNull(withBounds((allOf ?? []).map(toJsonSchema).reduce(merge, schema)));
}
