/**
 * What we may do at FreshBooks, and why: reading only. A callback needs the reading scope of its noun and no other (facts
 * §1, §3.2); asking for more, or for one that does not exist, fails the whole consent.
 */
const reasons = {
  "user:profile:read": "to say who granted access, and to list the businesses to choose from",
  "user:clients:read": "each client becomes an organization; its callback",
  "user:invoices:read": "each invoice becomes a deal; its callback",
  "user:payments:read": "a payment names the invoice that it changes; its callback",
  "user:credit_notes:read": "a credit changes what is owed on invoices; its callback",
} as const;

/** The scopes to ask for: exactly those that are needed. */
export const freshbooksScopes: readonly string[] = Object.keys(reasons);

/** Those of them that a grant lacks; none where the grant names no scopes, which means all that were asked for. */
export function missingScopes(granted: readonly string[]): string[] {
  return granted.length === 0 ? [] : freshbooksScopes.filter((scope) => !granted.includes(scope));
}
