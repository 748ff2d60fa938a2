import { isDeepStrictEqual } from "node:util";

type View = Readonly<Record<string, unknown>>;

/** The properties of `before` that `after` has otherwise; of custom fields only those that differ. */
export function differences(before: View, after: View): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(before)) {
    if (isDeepStrictEqual(value, after[key])) continue;
    found[key] = isView(value) && isView(after[key]) ? differences(value, after[key]) : value;
  }
  return found;
}

function isView(value: unknown): value is View {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
