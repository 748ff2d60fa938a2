import "server-only";
import { findConnection, saveConnection } from "../db/repos/connection";
import type { Connection, NewConnection, WithinChange } from "../db/repos/connection";
import type { Tenant } from "../db/tenant";
import { AppError } from "../lib/errors";
import { newId } from "../lib/ids";
import type { TokenGrant } from "../vendors/http/token-grant";
import type { CredentialDeps } from "./credential-deps";
import { requireEnvironment } from "./other-environment";
import { sealTokens } from "./seal-pair";
import { leaveToSiblings } from "./shared-chain";

type Secrets =
  "id" | "scopes" | "sealedAccessToken" | "sealedRefreshToken" | "accessExpiresAt" | "refreshedAt";

/** Who granted access to what; everything of a connection but its tokens. */
export type GrantedAccount = Omit<NewConnection, Secrets>;

/** What opens the account: the pair of a consent, or an API token, which neither ends nor is refreshed. */
export type GrantedTokens = Omit<TokenGrant, "refreshToken" | "accessExpiresAt"> & {
  refreshToken: string | null;
  accessExpiresAt: Date | null;
};

const nothingMore: WithinChange = () => Promise.resolve();

/**
 * Seals and stores what a consent has brought, in the place of a former grant if there was one; `within` runs in the
 * same transaction. Throws `conflict` as `requireEnvironment`, and where something else happened to the workspace
 * meanwhile.
 */
export async function storeGrant(
  deps: CredentialDeps,
  tenant: Tenant,
  account: GrantedAccount,
  grant: GrantedTokens,
  within: WithinChange = nothingMore,
): Promise<Connection> {
  const former = await findConnection(deps.db, tenant, account.vendor);
  // Another person's consent in the place of the former one: what others live by must not go with it.
  if (former && former.vendorUserId !== account.vendorUserId) await leaveToSiblings(deps, tenant, former);
  const id = former?.id ?? newId("connection");
  const { environment } = account;
  const sealed = sealTokens(deps, tenant, { id, environment }, grant);
  const row = { ...account, ...sealed, id, scopes: grant.scopes, refreshedAt: deps.clock.now() };
  const outcome = await saveConnection(deps.db, tenant, row, within);
  if (outcome.saved) return outcome.saved;
  // Two consents that end at once may both find no row: the later one's tokens were sealed for an id never used.
  if (outcome.why === "moved") return await storeGrant(deps, tenant, account, grant, within);
  await requireEnvironment(deps.db, tenant, environment);
  throw new AppError("conflict", {
    userMessage: "This workspace was changed at the same time. Please press Connect once more.",
  });
}
