import "server-only";
import { eraseSyncedData } from "../../db/repos/synced-data";
import { deleteWorkspace, findEraseAt } from "../../db/repos/workspace-erasure";
import { lockWorkspace } from "../../db/repos/workspace-lock";
import type { Tenant } from "../../db/tenant";
import { addMs } from "../../lib/clock";
import { postMails } from "../sign-in/post-mails";
import type { SyncDeps } from "../sync/sync-deps";
import { endConnections } from "./end-connections";
import { workspaceErasedMail } from "./erasure-mails";
import { marginMs, patienceMs } from "./erasure-times";
import { mailOwners } from "./mail-owners";

/**
 * Deletes the row that holds the rest together, and queues the last mails: both or neither, and by one process alone.
 * Answers the mails' ids.
 */
async function deleteForGood(
  deps: SyncDeps,
  tenant: Tenant,
  untold: readonly string[],
): Promise<(string | null)[]> {
  return await deps.db.$transaction(async (transaction) => {
    const workspace = await lockWorkspace(transaction, tenant);
    if (!workspace) return [];
    const { name } = workspace;
    const mailIds = await mailOwners(deps, transaction, tenant, workspaceErasedMail({ name, untold }));
    await deleteWorkspace(transaction, tenant);
    return mailIds;
  });
}

/**
 * Erases a workspace whose time is over: its grants are given back, then everything of it is deleted. A vendor that
 * cannot be told has a day's patience, then it is erased anyhow. It can die at any point and be called again, in several
 * processes at once: what is done is not done twice.
 */
export async function eraseWorkspace(deps: SyncDeps, tenant: Tenant): Promise<"erased" | "waits" | "kept"> {
  const now = deps.clock.now();
  const eraseAt = await findEraseAt(deps.db, tenant);
  if (!eraseAt || addMs(eraseAt, marginMs) > now) return "kept";
  const untold = await endConnections(deps, tenant);
  if (untold.length > 0 && now < addMs(eraseAt, patienceMs)) return "waits";
  // In small pieces first: the last statement takes the rest along, and must not hold anybody up.
  await eraseSyncedData(deps.db, tenant);
  await postMails(deps, await deleteForGood(deps, tenant, untold));
  deps.log.info({ workspaceId: tenant.workspaceId, untold }, "workspace erased");
  return "erased";
}
