import type { Schema } from "./schema";

const text: Schema = { type: ["string", "null"] };
const integer: Schema = { type: ["integer", "null"] };
const date: Schema = { type: ["string", "null"], format: "date" };

function record(properties: Readonly<Record<string, Schema>>): Schema {
  return {
    type: ["object", "null"],
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

/** What each type of custom field takes; null clears any (facts §3.4). Times and addresses are made by nobody here. */
const BY_TYPE: ReadonlyMap<string, Schema> = new Map([
  ["varchar", { ...text, maxLength: 255 }],
  ["varchar_auto", { ...text, maxLength: 255 }],
  ["phone", { ...text, maxLength: 255 }],
  ["text", text],
  ["double", { type: ["number", "null"] }],
  ["monetary", record({ value: { type: "number" }, currency: { type: "string", pattern: "^[A-Z]{3}$" } })],
  ["date", date],
  ["daterange", record({ value: date, until: date })],
  ["enum", integer],
  ["set", { type: ["array", "null"], items: { type: "integer" }, minItems: 1 }],
  ["user", integer],
  ["org", integer],
  ["people", integer],
]);

/** The schema of `custom_fields` for a company with these fields: nothing but their codes, each with its type's values. */
export function customFieldsSchema(
  fields: readonly { readonly code: string; readonly type: string }[],
): Schema {
  const properties = fields.flatMap(({ code, type }) => {
    const schema = BY_TYPE.get(type);
    return schema === undefined ? [] : [[code, schema] as const];
  });
  return { type: "object", properties: Object.fromEntries(properties), additionalProperties: false };
}
