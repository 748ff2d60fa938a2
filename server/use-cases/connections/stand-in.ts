import "server-only";
import type { ConnectionEnvironment, Vendor } from "../../db/generated/enums";
import type { Env } from "../../lib/env";

/** What of a connection tells where it leads. */
type Place = { vendor: Vendor; environment: ConnectionEnvironment; accountId: string | null };

const vendorHosts = {
  freshbooks: /(^|\.)freshbooks\.com$/,
  pipedrive: /(^|\.)pipedrive\.com$/,
} as const satisfies Record<Vendor, RegExp>;

function addressOf(env: Env, { vendor, environment }: Place): string | undefined {
  if (environment === "sandbox") {
    return vendor === "freshbooks" ? env.SANDBOX_FRESHBOOKS_URL : env.SANDBOX_PIPEDRIVE_URL;
  }
  return vendor === "freshbooks" ? env.FRESHBOOKS_API_URL : env.PIPEDRIVE_OAUTH_URL;
}

/**
 * Whether a connection leads to a stand-in: it was made in the sandbox, or the server's own vendor addresses are not
 * the vendor's. People must always see it.
 */
export function isStandIn(env: Env, place: Place): boolean {
  const address = addressOf(env, place);
  if (place.environment === "sandbox" || address === undefined) return true;
  return !vendorHosts[place.vendor].test(new URL(address).hostname);
}

/**
 * A page of the stand-in, in the connected account; the first one unless `path` names another. There one acts as the
 * account's user. Null for a real vendor, and for a sandbox that the operator no longer offers.
 */
export function standInPage(env: Env, place: Place, path = "/"): string | null {
  const address = addressOf(env, place);
  if (address === undefined || !isStandIn(env, place)) return null;
  if (place.accountId === null) return `${address}${path}`;
  const key = place.vendor === "freshbooks" ? "account" : "company";
  return `${address}${path}?${new URLSearchParams({ [key]: place.accountId }).toString()}`;
}
