import "server-only";
import type { SealedConnection } from "../db/repos/connection";
import type { Tenant } from "../db/tenant";
import { revoke } from "../vendors/pipedrive/oauth";
import type { CredentialDeps } from "./credential-deps";
import { pipedriveApp } from "./oauth-apps";
import { sealerOf } from "./seal";
import { tokenContext } from "./token-context";

const revokeTimeoutMs = 10_000;

/**
 * Gives a Pipedrive grant back that another one has taken the place of: its row is passed as it was read before. An
 * API token, and a grant that is dead already, are left alone. Throws `VendorError`, `not_configured`.
 */
export async function revokeFormer(
  deps: CredentialDeps,
  tenant: Tenant,
  row: SealedConnection,
): Promise<void> {
  const { connection, sealedRefreshToken } = row;
  if (!sealedRefreshToken || connection.status === "needs_reconnect") return;
  const refreshToken = sealerOf(deps.env).open(
    sealedRefreshToken,
    tokenContext(tenant, connection, "refresh_token"),
  );
  const callDeps = { clock: deps.clock, log: deps.log, timeoutMs: revokeTimeoutMs };
  await revoke(pipedriveApp(deps.env, connection.environment), callDeps, refreshToken);
}
