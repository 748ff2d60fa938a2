import type { Condition, ConditionGroup, Conditions } from "./schemas/filter";

type View = Readonly<Record<string, unknown>>;
type CodeOf = (condition: Condition) => string;

function isObject(value: unknown): value is View {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function valueOf(view: View, code: string): string | number | null {
  const custom = view["custom_fields"];
  const raw = code in view ? view[code] : isObject(custom) ? custom[code] : null;
  const plain = isObject(raw) ? raw["value"] : raw;
  return typeof plain === "string" || typeof plain === "number" ? plain : null;
}

// Numbers are compared as numbers, everything else as text.
function compare(actual: string | number, wanted: string): number {
  if (typeof actual === "number") return actual - Number(wanted);
  return actual === wanted ? 0 : actual < wanted ? -1 : 1;
}

const COMPARISONS = {
  "=": (order: number) => order === 0,
  "!=": (order: number) => order !== 0,
  "<": (order: number) => order < 0,
  ">": (order: number) => order > 0,
  "<=": (order: number) => order <= 0,
  ">=": (order: number) => order >= 0,
} as const;

function passes(actual: string | number | null, condition: Condition): boolean {
  const { operator } = condition;
  if (operator === "IS NULL") return actual === null;
  if (operator === "IS NOT NULL") return actual !== null;
  if (actual === null) return operator === "!=";
  const wanted = String(condition.value ?? "");
  const text = String(actual).toLowerCase();
  if (operator === "LIKE '$%'") return text.startsWith(wanted.toLowerCase());
  if (operator === "LIKE '%$%'") return text.includes(wanted.toLowerCase());
  return COMPARISONS[operator](compare(actual, wanted));
}

function groupHolds(group: ConditionGroup, view: View, codeOf: CodeOf): boolean {
  const results = (group.conditions ?? []).map((one) => passes(valueOf(view, codeOf(one)), one));
  if (results.length === 0) return true;
  return group.glue === "and" ? results.every(Boolean) : results.some(Boolean);
}

/** Whether an object, as it is answered, meets the conditions of a filter. */
export function holds(conditions: Conditions, view: View, codeOf: CodeOf): boolean {
  return conditions.conditions.every((group) => groupHolds(group, view, codeOf));
}
