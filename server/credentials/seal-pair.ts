import "server-only";
import type { ConnectionEnvironment } from "../db/generated/enums";
import type { Tenant } from "../db/tenant";
import type { TokenGrant } from "../vendors/http/token-grant";
import type { CredentialDeps } from "./credential-deps";
import { sealerOf } from "./seal";
import { tokenContext } from "./token-context";

/** Seals a pair for a connection's row. */
export function sealPair(
  deps: Pick<CredentialDeps, "env">,
  tenant: Tenant,
  connection: { id: string; environment: ConnectionEnvironment },
  grant: TokenGrant,
) {
  const sealer = sealerOf(deps.env);
  return {
    sealedAccessToken: sealer.seal(grant.accessToken, tokenContext(tenant, connection, "access_token")),
    sealedRefreshToken: sealer.seal(grant.refreshToken, tokenContext(tenant, connection, "refresh_token")),
    accessExpiresAt: grant.accessExpiresAt,
  };
}
