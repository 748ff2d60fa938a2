import "server-only";
import { findConnection, saveConnection } from "../db/repos/connection";
import type { Connection, NewConnection } from "../db/repos/connection";
import type { Tenant } from "../db/tenant";
import { AppError } from "../lib/errors";
import { newId } from "../lib/ids";
import type { TokenGrant } from "../vendors/http/token-grant";
import type { CredentialDeps } from "./credential-deps";
import { requireEnvironment } from "./other-environment";
import { sealPair } from "./seal-pair";

type Secrets =
  "id" | "scopes" | "sealedAccessToken" | "sealedRefreshToken" | "accessExpiresAt" | "refreshedAt";

/** Who granted access to what; everything of a connection but its tokens. */
export type GrantedAccount = Omit<NewConnection, Secrets>;

/**
 * Seals and stores what a consent has brought, in the place of a former grant if there was one. Throws `conflict` as
 * `requireEnvironment`, and where something else happened to the workspace meanwhile.
 */
export async function storeGrant(
  deps: CredentialDeps,
  tenant: Tenant,
  account: GrantedAccount,
  grant: TokenGrant,
): Promise<Connection> {
  const former = await findConnection(deps.db, tenant, account.vendor);
  const id = former?.id ?? newId("connection");
  const sealed = sealPair(deps, tenant, { id, environment: account.environment }, grant);
  const saved = await saveConnection(deps.db, tenant, {
    ...{ ...account, ...sealed, id, scopes: grant.scopes },
    refreshedAt: deps.clock.now(),
  });
  if (!saved) {
    await requireEnvironment(deps.db, tenant, account.environment);
    throw new AppError("conflict", {
      userMessage: "This workspace was changed at the same time. Please press Connect once more.",
    });
  }
  // Two consents that end at once may both find no row: the later one's tokens were sealed for an id never used.
  return saved.id === id ? saved : storeGrant(deps, tenant, account, grant);
}
