import "server-only";
import type { Disconnected } from "../../contracts/connect";
import { revokeGrant } from "../../credentials/revoke-grant";
import type { Vendor } from "../../db/generated/enums";
import { listCallbackRows } from "../../db/repos/callback";
import { endConnection, findConnection } from "../../db/repos/connection";
import type { Connection } from "../../db/repos/connection";
import { listWorkspacesOfInstallation } from "../../db/repos/connection-facts";
import { forgetMapping, holdsLinks, holdsRecords } from "../../db/repos/workspace";
import type { Tenant } from "../../db/tenant";
import { appErrorOf } from "../app-error-of";
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

async function giveBack(deps: ConnectDeps, tenant: Tenant, connection: Connection): Promise<void> {
  const { vendor, status } = connection;
  if (vendor === "freshbooks" && status === "active") await removeCallbacks(deps, tenant);
  if (vendor === "pipedrive" && (await isSharedInstallation(deps, connection))) return;
  await revokeGrant(deps, tenant, vendor);
}

/** The vendor's word that the grant is over; false when it could not be told, which does not keep us from going. */
async function tryToGiveBack(deps: ConnectDeps, tenant: Tenant, connection: Connection): Promise<boolean> {
  try {
    await giveBack(deps, tenant, connection);
    return true;
  } catch (error) {
    if (!appErrorOf(error)) throw error;
    deps.log.warn({ err: error, connectionId: connection.id }, "the vendor could not be told of the end");
    return false;
  }
}

/**
 * Ends a workspace's connection: the vendor is told, the tokens are gone. A workspace that holds what came from the
 * account, or was made in it, keeps knowing which one that is, and takes no other; else nothing of it stays, and the
 * workspace may be joined anew, in either environment. Without a connection nothing happens.
 */
export async function disconnect(
  deps: ConnectDeps,
  tenant: Tenant,
  { vendor }: { vendor: Vendor },
): Promise<Disconnected> {
  const connection = await findConnection(deps.db, tenant, vendor);
  if (!connection) return { isTold: true, keptAccount: null };
  const isTold = await tryToGiveBack(deps, tenant, connection);
  const isHeld = vendor === "freshbooks" ? holdsRecords : holdsLinks;
  const end = await endConnection(deps.db, tenant, { id: connection.id, isHeld });
  if (end === "kept") return { isTold, keptAccount: connection.accountName };
  if (vendor === "pipedrive") await forgetMapping(deps.db, tenant);
  return { isTold, keptAccount: null };
}
