import "server-only";
import type { Vendor } from "../db/generated/enums";
import { findSealedConnection } from "../db/repos/connection";
import type { Tenant } from "../db/tenant";
import { revoke as revokeFreshbooks } from "../vendors/freshbooks/oauth";
import { revoke as revokePipedrive } from "../vendors/pipedrive/oauth";
import type { CredentialDeps } from "./credential-deps";
import { freshbooksApp, pipedriveApp } from "./oauth-apps";
import { sealerOf } from "./seal";
import { leaveToSiblings } from "./shared-chain";
import { tokenContext } from "./token-context";

const revokeTimeoutMs = 10_000;

/**
 * Gives a workspace's grant back at its vendor, whose tokens then open nothing. Pipedrive takes it for the app's
 * uninstalling (facts §1); FreshBooks is told of both tokens, for neither is known to end the other. A grant that is
 * dead already is left alone, and one that other workspaces live by (`listSiblings`) is left to them. Throws `VendorError`, `not_configured`.
 */
export async function revokeGrant(deps: CredentialDeps, tenant: Tenant, vendor: Vendor): Promise<void> {
  const row = await findSealedConnection(deps.db, tenant, vendor);
  if (!row || row.sealedRefreshToken === null || row.connection.status === "needs_reconnect") return;
  if (await leaveToSiblings(deps, tenant, row.connection)) return;
  const { clock, log, env } = deps;
  const { environment } = row.connection;
  const callDeps = { clock, log, timeoutMs: revokeTimeoutMs };
  const sealer = sealerOf(env);
  const refreshToken = sealer.open(
    row.sealedRefreshToken,
    tokenContext(tenant, row.connection, "refresh_token"),
  );
  if (vendor === "pipedrive") {
    await revokePipedrive(pipedriveApp(env, environment), callDeps, refreshToken);
    return;
  }
  const accessToken = sealer.open(
    row.sealedAccessToken,
    tokenContext(tenant, row.connection, "access_token"),
  );
  const app = freshbooksApp(env, environment);
  await revokeFreshbooks(app, callDeps, refreshToken);
  await revokeFreshbooks(app, callDeps, accessToken);
}
