import "server-only";
import { revokeFormer } from "../../credentials/revoke-former";
import type { Connection, SealedConnection } from "../../db/repos/connection";
import { listWorkspacesOfInstallation } from "../../db/repos/connection-facts";
import type { Tenant } from "../../db/tenant";
import type { Deps } from "../deps";
import { isVendorFailure } from "./checks/check";

/** Whether the app stays installed by the same consent, so that giving the former tokens back would end the new ones. */
function isSameInstallation(former: Connection, saved: Connection): boolean {
  return (
    former.grant === saved.grant &&
    former.environment === saved.environment &&
    former.accountId === saved.accountId &&
    former.vendorUserId === saved.vendorUserId
  );
}

/**
 * Gives the grant back at Pipedrive that another person's, another company's or an API token has taken the place of,
 * unless another workspace lives by the same installation. A vendor that cannot be told keeps nobody from going on.
 */
export async function giveBackFormer(
  deps: Deps,
  tenant: Tenant,
  { former, saved }: { former: SealedConnection; saved: Connection },
): Promise<void> {
  const { connection } = former;
  const { environment, accountId, vendorUserId } = connection;
  if (accountId === null || isSameInstallation(connection, saved)) return;
  const users = await listWorkspacesOfInstallation(deps.db, { environment, accountId, vendorUserId });
  if (users.length > 0) return;
  try {
    await revokeFormer(deps, tenant, former);
  } catch (error) {
    if (!isVendorFailure(error)) throw error;
    deps.log.warn({ err: error, connectionId: saved.id }, "the former grant could not be given back");
  }
}
