import { Ajv } from "ajv";
import type { ErrorObject, ValidateFunction } from "ajv";
import addFormats from "ajv-formats";

import type { Schema } from "./schema";

const ajv = new Ajv({ allErrors: true, strict: false, verbose: true });
addFormats(ajv);

const compiled = new WeakMap<Schema, ValidateFunction>();

function validatorOf(schema: Schema): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const made = ajv.compile(schema);
  compiled.set(schema, made);
  return made;
}

/** Rows of a list, and custom fields by their hashes, are alike: one name for all. */
function readablePath(instancePath: string): string {
  return instancePath
    .replace(/\/[0-9a-f]{40}(?=\/|$)/g, ".{code}")
    .replace(/\/\d+(?=\/|$)/g, "[]")
    .replaceAll("/", ".");
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function told({ keyword, params, data, message }: ErrorObject): string {
  if (keyword === "additionalProperties")
    return `has ${String(params["additionalProperty"])}, which is not known`;
  if (keyword === "required") return `lacks ${String(params["missingProperty"])}`;
  if (keyword === "type") return `is ${kindOf(data)}, not ${[params["type"]].flat().join(" or ")}`;
  if (keyword === "enum") return `is ${JSON.stringify(data)}, which is not among the words`;
  return message ?? keyword;
}

/**
 * What is wrong with a value by a JSON Schema, one line each and no line twice: `answer.data[].org_id is null, not
 * integer`. Empty when nothing is.
 */
export function mistakesOf(root: string, schema: Schema, value: unknown): string[] {
  const validate = validatorOf(schema);
  if (validate(value)) return [];
  const lines = (validate.errors ?? []).map(
    (error) => `${root}${readablePath(error.instancePath)} ${told(error)}`,
  );
  return [...new Set(lines)];
}
