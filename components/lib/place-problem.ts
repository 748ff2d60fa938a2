import type { FieldPath, FieldValues, UseFormSetError } from "react-hook-form";
import { problemOf } from "./problem-of";

/** What the server says of single fields (`data.fieldErrors`), the first sentence of each. */
function fieldSentences(error: unknown): ReadonlyMap<string, string> {
  const data: unknown = typeof error === "object" && error !== null && "data" in error ? error.data : null;
  if (typeof data !== "object" || data === null || !("fieldErrors" in data)) return new Map();
  const { fieldErrors } = data;
  if (typeof fieldErrors !== "object" || fieldErrors === null) return new Map();
  return new Map(
    Object.entries(fieldErrors).flatMap(([field, said]: [string, unknown]) => {
      const first: unknown = Array.isArray(said) ? said[0] : said;
      return typeof first === "string" ? [[field, first] as const] : [];
    }),
  );
}

/**
 * Puts what the server refused beside the fields it names, the first of them focused. Returns what is left to say of
 * the form as a whole; null when all of it stands beside fields.
 */
export function placeProblem<Values extends FieldValues>(
  error: unknown,
  fields: readonly FieldPath<Values>[],
  setError: UseFormSetError<Values>,
): string | null {
  const said = fieldSentences(error);
  const shown = fields.filter((field) => said.has(field));
  for (const [index, field] of shown.entries()) {
    setError(field, { type: "server", message: said.get(field) ?? "" }, { shouldFocus: index === 0 });
  }
  const elsewhere = [...said].filter(([field]) => !shown.some((name) => name === field));
  if (elsewhere.length > 0) return elsewhere.map(([, sentence]) => sentence).join(" ");
  return shown.length > 0 ? null : problemOf(error).sentence;
}
