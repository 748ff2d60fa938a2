import { z } from "zod";
import type { AuditEntryDto } from "../../contracts/audit";

const valuesSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).catch({});

/** `liveVersion` → `live version`. */
function inWords(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function shown(value: string | number | boolean | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
}

/** What differs between two stored sets of values, by name; what is not a set of values counts as an empty one. */
export function auditChanges(before: unknown, after: unknown): AuditEntryDto["changes"] {
  const [former, latter] = [valuesSchema.parse(before ?? {}), valuesSchema.parse(after ?? {})];
  const names = [...new Set([...Object.keys(former), ...Object.keys(latter)])];
  const changes = names.map((name) => ({
    name: inWords(name),
    before: shown(former[name]),
    after: shown(latter[name]),
  }));
  return changes.filter((change) => change.before !== change.after);
}
