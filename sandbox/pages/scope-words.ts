/** Scopes whose words do not follow from their parts. */
const WHOLE: ReadonlyMap<string, string> = new Map([
  ["base", "Know who you are, and read settings and currencies"],
  ["user:profile:read", "Know who you are and which businesses you belong to"],
  ["admin", "Change pipelines, stages, fields and users"],
  ["search:read", "Search all records"],
]);

const VERBS: ReadonlyMap<string, string> = new Map([
  ["read", "See"],
  ["write", "Create, change and delete"],
  ["full", "See, create, change and delete"],
]);

/** Nouns that apps know by another name than people do. */
const NOUNS: ReadonlyMap<string, string> = new Map([
  ["contacts", "people and organizations"],
  ["contact-fields", "the fields of people and organizations"],
  ["deal-fields", "the fields of deals"],
  ["bill_vendors", "vendors"],
  ["billable_items", "items and services"],
  ["business", "your businesses' settings"],
]);

/** What a scope lets an app do, such as "See invoices" for `user:invoices:read`; an unknown one as it is. */
export function scopeInWords(scope: string): string {
  const whole = WHOLE.get(scope);
  if (whole !== undefined) return whole;
  const parts = scope.split(":");
  const verb = VERBS.get(parts.at(-1) ?? "");
  const noun = parts.at(-2);
  if (verb === undefined || noun === undefined) return scope;
  return `${verb} ${NOUNS.get(noun) ?? noun.replaceAll(/[_-]/g, " ")}`;
}
