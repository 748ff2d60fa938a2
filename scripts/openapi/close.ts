import type { Schema } from "./schema";

/** How much more is asked of an object than the files ask. */
export interface Closing {
  /** Whether each named property must be there. */
  readonly isComplete: boolean;
}

function closeOpen(value: boolean | Schema | undefined, closing: Closing): boolean | Schema {
  if (value === undefined) return false;
  return typeof value === "object" ? close(value, closing) : value;
}

function objectRules(schema: Schema, closing: Closing): Partial<Schema> {
  const { properties } = schema;
  if (properties === undefined) return {};
  const entries = Object.entries(properties).map(([name, value]) => [name, close(value, closing)] as const);
  return {
    properties: Object.fromEntries(entries),
    additionalProperties: closeOpen(schema.additionalProperties, closing),
    ...(closing.isComplete && { required: Object.keys(properties) }),
  };
}

/**
 * The same JSON Schema with no room for properties that it does not name, unless it says that there is. The files leave
 * every object open, so that a misspelt property would pass.
 */
export function close(schema: Schema, closing: Closing): Schema {
  const { items, anyOf, oneOf } = schema;
  return {
    ...schema,
    ...objectRules(schema, closing),
    ...(items && { items: close(items, closing) }),
    ...(anyOf && { anyOf: anyOf.map((one) => close(one, closing)) }),
    ...(oneOf && { oneOf: oneOf.map((one) => close(one, closing)) }),
  };
}
