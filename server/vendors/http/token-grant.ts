import { addMs } from "../../lib/clock";

/** What an OAuth token endpoint granted. Secret in whole: never logged, stored only sealed. */
export type TokenGrant = {
  accessToken: string;
  refreshToken: string;
  accessExpiresAt: Date;
  scopes: string[];
};

/** A token as it may stand in a header: printable ASCII, so that no error of `fetch` can quote it. */
export const tokenPattern = /^[\x21-\x7e]{1,8192}$/;

/** However old the vendor says the grant is, a token just issued is believed for this long. */
const shortestLifeMs = 10 * 60_000;

/**
 * When an access token ends: `issuedAt + lifetime`, no later than that from now, and not in the past. FreshBooks may
 * answer a refresh with the first grant's `created_at` (facts §1); a vendor's clock may run ahead of ours.
 */
export function tokenExpiry(now: Date, issuedAt: Date, lifetimeSeconds: number): Date {
  const lifetimeMs = lifetimeSeconds * 1000;
  const latest = addMs(now, lifetimeMs);
  const earliest = addMs(now, Math.min(lifetimeMs, shortestLifeMs));
  const named = addMs(issuedAt, lifetimeMs);
  if (named > latest) return latest;
  return named < earliest ? earliest : named;
}
