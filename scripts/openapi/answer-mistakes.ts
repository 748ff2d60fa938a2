import { close } from "./close";
import { mistakesOf } from "./mistakes-of";
import type { SpecifiedOperation } from "./specification";
import type { Schema } from "./schema";

const closed = new WeakMap<Schema, Schema>();

function closedSchema(schema: Schema): Schema {
  const known = closed.get(schema);
  if (known) return known;
  const made = close(schema, { isComplete: true });
  closed.set(schema, made);
  return made;
}

/**
 * What is wrong with an answer's body by the specification: other types and words, properties that it does not name,
 * and named ones that are missing. A success must have one of the statuses that the specification has.
 */
export function answerMistakes(operation: SpecifiedOperation, status: number, body: unknown): string[] {
  const schema = operation.answers.get(status);
  if (schema !== undefined) return mistakesOf("answer", closedSchema(schema), body);
  return status < 300 ? [`answer has status ${status}, which is not specified`] : [];
}
