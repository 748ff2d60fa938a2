import "server-only";
import { revokeGrant } from "../../credentials/revoke-grant";
import type { Connection } from "../../db/repos/connection";
import { listWorkspacesOfInstallation } from "../../db/repos/connection-facts";
import type { Tenant } from "../../db/tenant";
import type { ConnectDeps } from "./connect-deps";
import { removeCallbacks } from "./remove-callbacks";

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
