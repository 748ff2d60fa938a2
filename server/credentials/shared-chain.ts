import "server-only";
import { findSealedConnection } from "../db/repos/connection";
import type { Connection } from "../db/repos/connection";
import { listSiblings } from "../db/repos/grant-family";
import { storeRefreshedTokens } from "../db/repos/refresh-lease";
import { tenantOfRow } from "../db/tenant";
import type { Tenant } from "../db/tenant";
import type { CredentialDeps } from "./credential-deps";
import { sealPair } from "./seal-pair";
import { sealerOf } from "./seal";
import { tokenContext } from "./token-context";

/**
 * A pair as a connection holds it. A person who grants several workspaces access to FreshBooks has one chain of tokens there: a new consent, or a
 * refresh in one workspace, ends what the others hold (facts freshbooks §1: not confirmed, "treat as yes"). So whoever
 * needs a token takes up the newest pair that any of them has, sealed anew for its own row; one of them at a time, by
 * the lease they share.
 */
type Held = {
  workspaceId: string;
  id: string;
  environment: Connection["environment"];
  refreshedAt: Date;
  accessExpiresAt: Date | null;
  scopes: string[];
  sealedAccessToken: string;
  sealedRefreshToken: string | null;
};

type Target = { tenant: Tenant; connection: Pick<Connection, "id" | "environment" | "tokenVersion"> };

/** Copies a pair from one connection to another of the same person. Tells whether it was stored. */
async function copyPair(deps: CredentialDeps, from: Held, to: Target): Promise<boolean> {
  if (from.sealedRefreshToken === null || from.accessExpiresAt === null) return false;
  const sealer = sealerOf(deps.env);
  const owner = tenantOfRow(from);
  const pair = {
    accessToken: sealer.open(from.sealedAccessToken, tokenContext(owner, from, "access_token")),
    refreshToken: sealer.open(from.sealedRefreshToken, tokenContext(owner, from, "refresh_token")),
    accessExpiresAt: from.accessExpiresAt,
    scopes: from.scopes,
  };
  const { id, tokenVersion } = to.connection;
  const tokens = { ...sealPair(deps, to.tenant, to.connection, pair), scopes: from.scopes };
  return await storeRefreshedTokens(deps.db, to.tenant, { id, tokenVersion, tokens, at: from.refreshedAt });
}

/** Takes up a newer pair of the same chain, if another workspace has one. Only the holder of the lease may call. */
export async function adoptNewest(
  deps: CredentialDeps,
  tenant: Tenant,
  connection: Connection,
): Promise<boolean> {
  const [newest] = await listSiblings(deps.db, tenant, connection);
  if (!newest || newest.refreshedAt <= connection.refreshedAt) return false;
  return await copyPair(deps, newest, { tenant, connection });
}

/**
 * Before a connection ends: whether other workspaces live by the same chain, which then must not be revoked. They are
 * given its pair where that is the newest.
 */
export async function leaveToSiblings(
  deps: CredentialDeps,
  tenant: Tenant,
  connection: Connection,
): Promise<boolean> {
  const siblings = await listSiblings(deps.db, tenant, connection);
  const row = siblings.length > 0 ? await findSealedConnection(deps.db, tenant, connection.vendor) : null;
  if (!row || row.connection.status === "needs_reconnect") return siblings.length > 0;
  const from = { ...row, ...row.connection, workspaceId: tenant.workspaceId };
  for (const sibling of siblings) {
    if (sibling.refreshedAt >= from.refreshedAt) continue;
    await copyPair(deps, from, { tenant: tenantOfRow(sibling), connection: sibling });
  }
  return siblings.length > 0;
}
