import { close } from "./close";
import { mistakesOf } from "./mistakes-of";
import type { Schema } from "./schema";
import type { Parameter, SpecifiedOperation } from "./specification";

/** What a call asks for, as it went over the wire. */
export interface AskedCall {
  readonly query: URLSearchParams;
  /** Empty when there is no body. */
  readonly requestText: string;
}

/** A query value as what its schema says it is, where the text can be read as that. */
function asTyped(schema: Schema, text: string): unknown {
  const types = [schema.type ?? []].flat();
  if (types.includes("integer") || types.includes("number"))
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (types.includes("boolean")) return text === "true" ? true : text === "false" ? false : text;
  return text;
}

function queryMistakes(parameters: readonly Parameter[], query: URLSearchParams): string[] {
  const known = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const missing = parameters.filter(({ name, isRequired }) => isRequired && !query.has(name));
  return [
    ...missing.map(({ name }) => `query lacks ${name}`),
    ...[...query].flatMap(([name, text]) => {
      const parameter = known.get(name);
      if (parameter === undefined) return [`query has ${name}, which is not known`];
      return mistakesOf(`query.${name}`, parameter.schema, asTyped(parameter.schema, text));
    }),
  ];
}

/**
 * What is wrong with a call by the specification: unknown or missing parameters and properties, other types and words.
 * `customFields` is the schema of the company's own fields, since the specification leaves `custom_fields` open.
 */
export function requestMistakes(
  operation: SpecifiedOperation,
  call: AskedCall,
  customFields: Schema | null = null,
): string[] {
  const mistakes = queryMistakes(operation.query, call.query);
  if (operation.body === null)
    return [...mistakes, ...(call.requestText === "" ? [] : ["body is not expected"])];
  if (call.requestText === "") return [...mistakes, "body is missing"];
  const { properties } = operation.body;
  const own = properties?.["custom_fields"] !== undefined && customFields !== null;
  const body: Schema = own
    ? { ...operation.body, properties: { ...properties, custom_fields: customFields } }
    : operation.body;
  const sent: unknown = JSON.parse(call.requestText);
  return [...mistakes, ...mistakesOf("body", close(body, { isComplete: false }), sent)];
}
