import type { PreparedCall } from "./pipedrive-api";
import type { Schema } from "./schema";
import type { SpecifiedOperation } from "./specification";

/** A call that the specification does not allow, and what is wrong with it. */
export interface WrongCall {
  readonly name: string;
  readonly call: PreparedCall;
}

function typesOf(schema: Schema): readonly string[] {
  return schema.type === undefined ? [] : [schema.type].flat();
}

/** A value of a type that the schema does not have; undefined when none is surely wrong. */
function wrongValue(schema: Schema): unknown {
  const types = typesOf(schema);
  if (types.length === 0) return undefined;
  return types.includes("string") ? { not: "a text" } : "not of this type";
}

function wrongText(schema: Schema): string | undefined {
  const isFree = schema.enum === undefined && typesOf(schema).includes("string");
  return isFree ? undefined : "nonsense";
}

function wrongQueries({ query }: SpecifiedOperation, call: PreparedCall): WrongCall[] {
  const wrong = query.flatMap(({ name, schema }) => {
    const text = wrongText(schema);
    if (text === undefined) return [];
    return [{ name: `query ${name}=${text}`, call: { ...call, query: { ...call.query, [name]: text } } }];
  });
  const missing = query
    .filter(({ isRequired }) => isRequired)
    .map(({ name }) => {
      const rest = Object.fromEntries(Object.entries(call.query ?? {}).filter(([key]) => key !== name));
      return { name: `query without ${name}`, call: { ...call, query: rest } };
    });
  return [...wrong, ...missing];
}

function wrongBodies(schema: Schema, body: object, withBody: (body: object) => PreparedCall): WrongCall[] {
  const properties = Object.entries(schema.properties ?? {});
  const types = properties.flatMap(([name, property]) => {
    const value = wrongValue(property);
    return value === undefined
      ? []
      : [{ name: `body ${name} of another type`, call: withBody({ ...body, [name]: value }) }];
  });
  const nulls = properties
    .filter(([, property]) => !typesOf(property).includes("null") && typesOf(property).length > 0)
    .map(([name]) => ({ name: `body ${name}: null`, call: withBody({ ...body, [name]: null }) }));
  const missing = (schema.required ?? []).map((name) => {
    const rest = Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
    return { name: `body without ${name}`, call: withBody(rest) };
  });
  return [...types, ...nulls, ...missing];
}

/** Whether unknown properties are refused: by v2 alone (facts §3.2). */
function unknownNames(id: string, call: PreparedCall, body: object | null): WrongCall[] {
  if (!id.includes(" /api/v2/")) return [];
  const query = {
    name: "query unknown_one=1",
    call: { ...call, query: { ...call.query, unknown_one: "1" } },
  };
  if (body === null) return [query];
  return [query, { name: "body unknown_one", call: { ...call, body: { ...body, unknown_one: 1 } } }];
}

/** Each way in which one parameter or property of a good call can be wrong by the specification. */
export function wrongCalls(operation: SpecifiedOperation, call: PreparedCall): WrongCall[] {
  const { body } = call;
  const object = typeof body === "object" && body !== null && !Array.isArray(body) ? body : null;
  const bodies =
    operation.body !== null && object !== null
      ? wrongBodies(operation.body, object, (changed) => ({ ...call, body: changed }))
      : [];
  return [...wrongQueries(operation, call), ...bodies, ...unknownNames(operation.id, call, object)];
}
