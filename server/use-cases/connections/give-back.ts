import "server-only";
import { revokeGrant } from "../../credentials/revoke-grant";
import { listCallbackRows } from "../../db/repos/callback";
import type { Connection } from "../../db/repos/connection";
import { listWorkspacesOfInstallation } from "../../db/repos/connection-facts";
import type { Tenant } from "../../db/tenant";
import { keyHashOf } from "./callback-address";
import type { ConnectDeps } from "./connect-deps";

/** Has FreshBooks forget this workspace's callbacks; those of other workspaces in the account stay. */
async function removeCallbacks(deps: ConnectDeps, tenant: Tenant): Promise<void> {
  const client = await deps.freshbooks(tenant);
  const own = new Set((await listCallbackRows(deps.db, tenant)).map(({ keyHash }) => keyHash));
  for (const { id, uri } of await client.listCallbacks()) {
    const keyHash = keyHashOf(deps.env.APP_URL, uri);
    if (keyHash !== null && own.has(keyHash)) await client.deleteCallback(id);
  }
}

/** Pipedrive's installation is one person's in one company, whatever number of workspaces it serves (facts §1). */
async function isSharedInstallation(
  deps: ConnectDeps,
  { environment, accountId, vendorUserId }: Connection,
): Promise<boolean> {
  if (accountId === null) return false;
  const users = await listWorkspacesOfInstallation(deps.db, { environment, accountId, vendorUserId });
  return users.length > 1;
}

/**
 * Gives a connection back at its vendor: callbacks are removed, then the grant is revoked, unless another workspace
 * lives by it. Nothing of ours is changed. Safe to repeat. Throws what the vendor, or the way to it, throws.
 */
export async function giveBack(deps: ConnectDeps, tenant: Tenant, connection: Connection): Promise<void> {
  const { vendor, status } = connection;
  if (vendor === "freshbooks" && status === "active") await removeCallbacks(deps, tenant);
  if (vendor === "pipedrive" && (await isSharedInstallation(deps, connection))) return;
  await revokeGrant(deps, tenant, vendor);
}
