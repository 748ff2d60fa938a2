import "server-only";
import type { Tenant } from "../db/tenant";
import type { TokenGrant } from "../vendors/http/token-grant";
import type { CredentialDeps } from "./credential-deps";
import { sealerOf } from "./seal";

/** Seals a pair for a connection's row. */
export function sealPair(
  deps: Pick<CredentialDeps, "env">,
  tenant: Tenant,
  rowId: string,
  grant: TokenGrant,
) {
  const sealer = sealerOf(deps.env);
  const { workspaceId } = tenant;
  return {
    sealedAccessToken: sealer.seal(grant.accessToken, { workspaceId, rowId, purpose: "access_token" }),
    sealedRefreshToken: sealer.seal(grant.refreshToken, { workspaceId, rowId, purpose: "refresh_token" }),
    accessExpiresAt: grant.accessExpiresAt,
  };
}
