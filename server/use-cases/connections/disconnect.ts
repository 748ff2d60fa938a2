import "server-only";
import type { Disconnected } from "../../contracts/connect";
import type { Vendor } from "../../db/generated/enums";
import { endConnection, findConnection } from "../../db/repos/connection";
import type { Connection } from "../../db/repos/connection";
import { forgetMapping, holdsLinks, holdsRecords } from "../../db/repos/workspace";
import type { Tenant } from "../../db/tenant";
import { appErrorOf } from "../app-error-of";
import type { ConnectDeps } from "./connect-deps";
import { giveBack } from "./give-back";

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
  const end = await endConnection(deps.db, tenant, { id: connection.id, at: deps.clock.now(), isHeld });
  if (end === "kept") return { isTold, keptAccount: connection.accountName };
  if (vendor === "pipedrive") await forgetMapping(deps.db, tenant);
  return { isTold, keptAccount: null };
}
