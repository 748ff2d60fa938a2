import "server-only";
import type { Vendor } from "../../db/generated/enums";
import { endConnection, findConnection } from "../../db/repos/connection";
import type { Tenant } from "../../db/tenant";
import { vendorLabels } from "../../vendors/http/vendor-error";
import { appErrorOf } from "../app-error-of";
import type { ConnectDeps } from "../connections/connect-deps";
import { giveBack } from "../connections/give-back";

const vendors: readonly Vendor[] = ["freshbooks", "pipedrive"];

/** Whether the vendor knows that the grant is over: told now, or itself the one who ended it. */
async function isTold(deps: ConnectDeps, tenant: Tenant, vendor: Vendor): Promise<boolean> {
  const connection = await findConnection(deps.db, tenant, vendor);
  if (!connection || connection.status === "needs_reconnect") return true;
  try {
    await giveBack(deps, tenant, connection);
    return true;
  } catch (error) {
    if (appErrorOf(error)?.code === "needs_reconnect") return true;
    // Whatever it is, a key that is lost among it: the workspace does not live on because of it.
    deps.log.warn({ err: error, connectionId: connection.id }, "the vendor could not be told of the end");
    return false;
  }
}

/**
 * Gives the workspace's grants back and forgets them; names the vendors that could not be told, whose grants stay for
 * the next try. Safe to repeat.
 */
export async function endConnections(deps: ConnectDeps, tenant: Tenant): Promise<string[]> {
  const untold: string[] = [];
  for (const vendor of vendors) {
    if (!(await isTold(deps, tenant, vendor))) {
      untold.push(vendorLabels[vendor]);
      continue;
    }
    const connection = await findConnection(deps.db, tenant, vendor);
    const end = { at: deps.clock.now(), isHeld: () => Promise.resolve(false) };
    if (connection) await endConnection(deps.db, tenant, { id: connection.id, ...end });
  }
  return untold;
}
