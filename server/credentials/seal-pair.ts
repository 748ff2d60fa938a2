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

/** The same for a grant that may be an API token: it has nothing to refresh it with, and no end. */
export function sealTokens(
  deps: Pick<CredentialDeps, "env">,
  tenant: Tenant,
  connection: { id: string; environment: ConnectionEnvironment },
  grant: { accessToken: string; refreshToken: string | null; accessExpiresAt: Date | null },
) {
  const { accessToken, refreshToken, accessExpiresAt } = grant;
  const seal = (token: string, purpose: "access_token" | "refresh_token") =>
    sealerOf(deps.env).seal(token, tokenContext(tenant, connection, purpose));
  return {
    sealedAccessToken: seal(accessToken, "access_token"),
    sealedRefreshToken: refreshToken === null ? null : seal(refreshToken, "refresh_token"),
    accessExpiresAt,
  };
}
