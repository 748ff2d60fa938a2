import { factsOf } from "./facts-of";
import type { Schema } from "./schema";

const BOOLEAN_WORDS = '["0","1","false","true"]';

/** A query holds texts only: one of digits is a whole number, one of the words for yes and no a boolean. */
function asValue(schema: Schema): Schema {
  if (schema.type !== "string") return schema;
  const { pattern, enum: words = [], ...rest } = schema;
  if (pattern === "^\\d+$") return { ...rest, type: "integer" };
  if (JSON.stringify(words.map(String).toSorted()) === BOOLEAN_WORDS) return { ...rest, type: "boolean" };
  // Some parameters of the files name every row of words with commas between them: a list in other words.
  const single = words.filter((word) => !String(word).includes(","));
  return single.length === words.length ? schema : { ...schema, enum: single, "x-list": true };
}

/** What a schema of a whole query says, each parameter under `query.<name>`. */
export function queryFacts(schema: Schema): string[] {
  const properties = Object.entries(schema.properties ?? {}).map(
    ([name, value]) => [name, asValue(value)] as const,
  );
  return factsOf("query", { ...schema, properties: Object.fromEntries(properties) }).filter(
    (fact) => !["query: exists", "query: takes object"].includes(fact),
  );
}
