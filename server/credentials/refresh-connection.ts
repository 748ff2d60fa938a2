import "server-only";
import type { Vendor } from "../db/generated/enums";
import type { Connection, SealedConnection } from "../db/repos/connection";
import { listSiblings } from "../db/repos/grant-family";
import { markNeedsReconnect, noteRefreshBegun, storeRefreshedTokens } from "../db/repos/refresh-lease";
import type { RefreshedTokens } from "../db/repos/refresh-lease";
import type { Tenant } from "../db/tenant";
import { AppError } from "../lib/errors";
import { refresh as refreshFreshbooks } from "../vendors/freshbooks/oauth";
import type { TokenGrant } from "../vendors/http/token-grant";
import { VendorError } from "../vendors/http/vendor-error";
import type { VendorErrorKind } from "../vendors/http/vendor-error";
import { refresh as refreshPipedrive } from "../vendors/pipedrive/oauth";
import type { CredentialDeps } from "./credential-deps";
import { needsReconnect } from "./needs-reconnect";
import { freshbooksApp, pipedriveApp } from "./oauth-apps";
import { sealerOf } from "./seal";
import { sealPair } from "./seal-pair";
import { tokenContext } from "./token-context";

/** Shorter than the lease, with room for the queries around it. */
const refreshTimeoutMs = 15_000;

type Refreshed = TokenGrant & { apiDomain?: string };

function askVendor(deps: CredentialDeps, connection: Connection, refreshToken: string): Promise<Refreshed> {
  const { clock, log, env } = deps;
  const { vendor, environment } = connection;
  const callDeps = { clock, log, timeoutMs: refreshTimeoutMs };
  if (vendor === "freshbooks") {
    return refreshFreshbooks(freshbooksApp(env, environment), callDeps, refreshToken);
  }
  return refreshPipedrive(pipedriveApp(env, environment), callDeps, refreshToken);
}

function toStored(
  deps: CredentialDeps,
  tenant: Tenant,
  connection: Connection,
  grant: Refreshed,
): RefreshedTokens {
  return {
    ...sealPair(deps, tenant, connection, grant),
    ...(grant.scopes.length > 0 && { scopes: grant.scopes }),
    ...(grant.apiDomain !== undefined && { apiBaseUrl: grant.apiDomain }),
  };
}

/** Failures whose answer tells that the refresh token was not looked at, so that it is as good as before. */
const unspentKinds: readonly VendorErrorKind[] = ["forbidden", "rate_limited"];

/**
 * Ends the grant: by a refusal, or because the answer to an earlier refresh never came to us. A pair that another
 * consent of the same person has brought meanwhile ends nothing: false, to look again.
 */
async function endGrant(
  deps: CredentialDeps,
  tenant: Tenant,
  connection: Connection,
  cause?: VendorError,
): Promise<boolean> {
  const { id, tokenVersion, vendor, refreshBegunAt, refreshedAt } = connection;
  const siblings = await listSiblings(deps.db, tenant, connection);
  if (siblings.some((sibling) => sibling.refreshedAt > refreshedAt)) return false;
  const begun = [refreshBegunAt, ...siblings.map((sibling) => sibling.refreshBegunAt)];
  const reason = begun.every((at) => at === null) ? "refused" : "interrupted";
  const isMarked = await markNeedsReconnect(deps.db, tenant, {
    id,
    tokenVersion,
    reason,
    at: deps.clock.now(),
  });
  if (isMarked) throw needsReconnect(vendor, reason, cause);
  return false;
}

/**
 * Spends the row's refresh token and stores the new pair before anyone uses it. Only the holder of the lease may call.
 * A crash between the vendor's answer and the store costs a FreshBooks grant: the next refresh is refused, and the
 * connection asks to be made again rather than trying for ever. False when the grant was replaced meanwhile.
 */
export async function refreshConnection(
  deps: CredentialDeps,
  tenant: Tenant,
  row: SealedConnection,
): Promise<boolean> {
  const { id, tokenVersion, vendor } = row.connection;
  const at = deps.clock.now();
  // An API token cannot be got anew: one that is refused is over.
  if (row.sealedRefreshToken === null) return await endGrant(deps, tenant, row.connection);
  const context = tokenContext(tenant, row.connection, "refresh_token");
  const refreshToken = sealerOf(deps.env).open(row.sealedRefreshToken, context);
  await noteRefreshBegun(deps.db, tenant, { id, tokenVersion, at });
  try {
    const grant = await askVendor(deps, row.connection, refreshToken);
    const tokens = toStored(deps, tenant, row.connection, grant);
    return await storeRefreshedTokens(deps.db, tenant, { id, tokenVersion, tokens, at });
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    if (error.kind === "auth") return await endGrant(deps, tenant, row.connection, error);
    if (unspentKinds.includes(error.kind))
      await noteRefreshBegun(deps.db, tenant, { id, tokenVersion, at: null });
    throw refusal(vendor, error);
  }
}

/** A refresh that failed without ending the grant: our own app is refused, or the vendor is out of reach. */
function refusal(vendor: Vendor, cause: VendorError): AppError {
  if (cause.kind !== "forbidden")
    return new AppError("vendor_unavailable", { cause, message: cause.message });
  const message = `${vendor} does not accept this server's client id or secret`;
  return new AppError("not_configured", { message, cause });
}
