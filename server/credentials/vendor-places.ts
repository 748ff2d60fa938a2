import "server-only";
import type { ConnectionEnvironment, Vendor } from "../db/generated/enums";
import type { Env } from "../lib/env";
import { AppError } from "../lib/errors";
import { isAllowedApiHost } from "../vendors/pipedrive/allowed-host";
import { needsReconnect } from "./needs-reconnect";

/** Whether the operator lets workspaces be connected to stand-ins. */
export function hasSandbox(env: Env): boolean {
  return env.SANDBOX_FRESHBOOKS_URL !== undefined && env.SANDBOX_PIPEDRIVE_URL !== undefined;
}

function standInAt(url: string | undefined): string {
  if (url !== undefined) return url;
  throw new AppError("not_configured", {
    message: "SANDBOX_FRESHBOOKS_URL and SANDBOX_PIPEDRIVE_URL are not set; see .env.example.",
    userMessage: "The operator of this server offers no sandbox.",
  });
}

/** Where an environment's FreshBooks is. Throws `not_configured` for a sandbox that the operator does not offer. */
export function freshbooksPlace(
  env: Env,
  environment: ConnectionEnvironment,
): { apiUrl: string; authUrl: string } {
  if (environment === "live") return { apiUrl: env.FRESHBOOKS_API_URL, authUrl: env.FRESHBOOKS_AUTH_URL };
  const url = standInAt(env.SANDBOX_FRESHBOOKS_URL);
  return { apiUrl: url, authUrl: url };
}

/** Where an environment's Pipedrive is, and which hosts its API may have. Throws as `freshbooksPlace`. */
export function pipedrivePlace(
  env: Env,
  environment: ConnectionEnvironment,
): { oauthUrl: string; allowedHosts: readonly string[] } {
  if (environment === "live") {
    return { oauthUrl: env.PIPEDRIVE_OAUTH_URL, allowedHosts: env.PIPEDRIVE_ALLOWED_HOSTS };
  }
  const url = standInAt(env.SANDBOX_PIPEDRIVE_URL);
  return { oauthUrl: url, allowedHosts: [new URL(url).host] };
}

/**
 * Where a connection's API calls go: always an address of its own environment, so that no token leaves for another.
 * FreshBooks has one address. Pipedrive's was given with the grant, and is held against the hosts allowed now.
 * Throws `not_configured`, and `needs_reconnect` for a host that is no longer allowed.
 */
export function apiAddressOf(
  env: Env,
  connection: { vendor: Vendor; environment: ConnectionEnvironment; apiBaseUrl: string },
): string {
  const { vendor, environment, apiBaseUrl } = connection;
  if (vendor === "freshbooks") return freshbooksPlace(env, environment).apiUrl;
  if (isAllowedApiHost(apiBaseUrl, pipedrivePlace(env, environment).allowedHosts)) return apiBaseUrl;
  throw needsReconnect(vendor, "refused");
}
