import type { Schema } from "./schema";

const BOUNDS = [
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "format",
] as const;

/** A whole number that JavaScript can hold: what every integer is, and so no bound. */
function isSafeIntegerBound(value: unknown): boolean {
  return value === Number.MAX_SAFE_INTEGER || value === Number.MIN_SAFE_INTEGER;
}

/** What the schema says of the value itself. */
function ownFacts(schema: Schema): string[] {
  const words = schema.const === undefined ? (schema.enum ?? []) : [schema.const];
  const areWhole = words.length > 0 && words.every(Number.isSafeInteger);
  const types = schema.type === undefined ? [] : [schema.type].flat();
  const bounds = BOUNDS.filter((name) => schema[name] !== undefined && !isSafeIntegerBound(schema[name]));
  return [
    ...types.map((type) => `takes ${type === "number" && areWhole ? "integer" : type}`),
    ...words.filter((word) => word !== null).map((word) => `knows ${JSON.stringify(word)}`),
    ...bounds.map((name) => `${name} ${String(schema[name])}`),
    ...(schema.pattern !== undefined && schema.format === undefined ? ["has a pattern"] : []),
    ...(schema["x-list"] === true ? ["takes a list"] : []),
  ];
}

/** Whether an object may hold anything at all beside its named properties. */
function isOpenObject({ type, properties, additionalProperties: others }: Schema): boolean {
  if (others === undefined) return type === "object" && properties === undefined;
  return others === true || (typeof others === "object" && Object.keys(others).length === 0);
}

/** What holds of properties without a name of their own. */
function otherFacts(path: string, schema: Schema): string[] {
  const { additionalProperties: others } = schema;
  if (isOpenObject(schema)) return [`${path}: takes unknown properties`];
  if (others === false) return [`${path}: refuses unknown properties`];
  return typeof others === "object" ? factsOf(`${path}.*`, others) : [];
}

function objectFacts(path: string, schema: Schema): string[] {
  const { properties = {}, required = [] } = schema;
  return [
    ...otherFacts(path, schema),
    ...required.map((name) => `${path}.${name}: is required`),
    ...Object.entries(properties).flatMap(([name, value]) => factsOf(`${path}.${name}`, value)),
  ];
}

/**
 * Everything a JSON Schema says, one line each: `body.title: maxLength 255`. Alternatives (`anyOf`, `oneOf`) count as
 * said of one value. Two schemas agree when they say the same lines, and their differences can be read.
 */
export function factsOf(path: string, schema: Schema): string[] {
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const facts = [
    `${path}: exists`,
    ...ownFacts(schema).map((fact) => `${path}: ${fact}`),
    ...objectFacts(path, schema),
    ...(schema.items ? factsOf(`${path}[]`, schema.items) : []),
    ...alternatives.flatMap((one) => factsOf(path, one)),
  ];
  return [...new Set(facts)];
}
