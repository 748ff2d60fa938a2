const READ_WRITE = [
  "bill_payments",
  "bill_vendors",
  "billable_items",
  "bills",
  "business",
  "clients",
  "credit_notes",
  "estimates",
  "expenses",
  "invoices",
  "journal_entries",
  "online_payments",
  "other_income",
  "payments",
  "projects",
  "retainers",
  "taxes",
  "teams",
  "time_entries",
];

// Asking `:write` of these fails the whole consent (facts §1).
const READ_ONLY = ["notifications", "profile", "reports"];

/** Every scope the stand-in's app is registered for. */
const REGISTERED_SCOPES: readonly string[] = [
  ...READ_ONLY.map((noun) => `user:${noun}:read`),
  ...READ_WRITE.flatMap((noun) => [`user:${noun}:read`, `user:${noun}:write`]),
];

const PROFILE_SCOPE = "user:profile:read";

/**
 * The scopes a consent would grant: those asked for plus the profile, or all registered ones when none is named.
 * `undefined` when one of them is misspelt or not registered, which fails the whole consent.
 */
export function grantedScopes(asked: string | undefined): readonly string[] | undefined {
  if (asked === undefined || asked.trim() === "") return REGISTERED_SCOPES;
  const scopes = asked.trim().split(/\s+/);
  if (scopes.some((scope) => !REGISTERED_SCOPES.includes(scope))) return undefined;
  return [...new Set([PROFILE_SCOPE, ...scopes])];
}
