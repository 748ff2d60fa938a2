/**
 * What the sync needs of Pipedrive (facts §1). Making custom fields is not among them: where they are there already,
 * nothing has to be made.
 */
const needed = ["deals:full", "contacts:full"] as const;

/** The scopes that a grant lacks. */
export function missingScopes(granted: readonly string[]): string[] {
  return needed.filter((scope) => !granted.includes(scope));
}
