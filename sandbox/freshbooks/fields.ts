import { z } from "zod";

import { AccountingError } from "./errors";
import type { ErrorItem } from "./errors";

type Issue = z.core.$ZodIssue;

function errnoOf(issue: Issue, isMissing: boolean): number {
  if (isMissing) return 1001;
  return issue.code === "too_big" ? 1017 : 1004;
}

function toItem(issue: Issue, object: string, input: Readonly<Record<string, unknown>>): ErrorItem {
  const field = issue.path.map(String).join(".");
  const value = input[String(issue.path[0] ?? "")];
  const isMissing = value === undefined;
  return {
    errno: errnoOf(issue, isMissing),
    field,
    message: isMissing ? `${field} is required.` : `${field}: ${issue.message}`,
    object,
    value: typeof value === "string" || typeof value === "number" ? String(value) : "",
  };
}

/** Parses the fields of a record; a refusal lists one classic error per wrong field (facts §7). */
export function parseFields<T>(
  schema: z.ZodType<T>,
  object: string,
  input: Readonly<Record<string, unknown>>,
): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new AccountingError(
    422,
    parsed.error.issues.map((issue) => toItem(issue, object, input)),
  );
}

/** Refuses a body that tries to write a computed field (facts §5.3, errno 1038). */
export function refuseReadOnly(
  object: string,
  input: Readonly<Record<string, unknown>>,
  readOnly: readonly string[],
): void {
  const field = readOnly.find((key) => input[key] !== undefined);
  if (field === undefined) return;
  throw new AccountingError(403, [
    { errno: 1038, field, message: "Write access denied.", object, value: String(input[field]) },
  ]);
}

const bodySchema = z.record(z.string(), z.unknown());

/** Takes `{"invoice": {…}}` apart; anything else is a parse error (errno 1005). */
export function unwrap(object: string, body: unknown): Record<string, unknown> {
  const outer = bodySchema.safeParse(body);
  const inner = bodySchema.safeParse(outer.success ? outer.data[object] : undefined);
  if (inner.success) return inner.data;
  throw new AccountingError(422, [
    { errno: 1005, field: object, message: `The body must hold an object "${object}".`, object, value: "" },
  ]);
}
