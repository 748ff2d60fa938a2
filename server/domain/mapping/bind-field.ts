import type { RemoteField } from "../remote";
import type { FieldSpec } from "./field-specs";

/** What was stored of a field when it was made or found. */
export type StoredField = { code: string; options: Readonly<Record<string, number>> };

/** The company's field for a spec: the stored one as long as it lives, else one with exactly its name and type. */
export function findField(
  spec: FieldSpec,
  fields: readonly RemoteField[],
  stored: StoredField | null,
): RemoteField | null {
  const custom = fields.filter(({ isCustom, type }) => isCustom && type === spec.type);
  const own = stored && custom.find(({ code }) => code === stored.code);
  return own ?? custom.find(({ name }) => name === spec.name) ?? null;
}

/**
 * Our values with their option ids, and the labels still missing. An option that was stored counts as long as it
 * lives, even if a person has given it another label.
 */
export function bindOptions(
  spec: FieldSpec,
  options: RemoteField["options"],
  stored: StoredField | null,
): { bound: Record<string, number>; missing: string[] } {
  const bound: Record<string, number> = {};
  const missing: string[] = [];
  for (const { value, label } of spec.options) {
    const storedId = stored?.options[value];
    const option =
      options.find(({ id }) => id === storedId) ?? options.find((other) => other.label === label);
    if (option) bound[value] = option.id;
    else missing.push(label);
  }
  return { bound, missing };
}
