import "server-only";
import { findSilence, noteCallbacksChecked } from "../../db/repos/callback-watch";
import { findConnection } from "../../db/repos/connection";
import { makeSweepDue } from "../../db/repos/sweep-mark";
import type { Tenant } from "../../db/tenant";
import { systemActor } from "../../lib/actor";
import { silenceWindow } from "./callback-silence";
import type { ConnectDeps } from "./connect-deps";
import { reconcileCallbacks } from "./reconcile-callbacks";

const actor = systemActor("The callback watch");

/**
 * Holds a workspace's callbacks against what FreshBooks has, and mends what differs; each repair stands at the callback,
 * in the audit log and in the log. A sweep comes at once after a repair, for what was missed. A connection that has to
 * be made again, or has no business yet, is left alone; a FreshBooks that is down changes nothing.
 * @returns how many callbacks were taken up, and how many strays removed.
 * @throws VendorError when FreshBooks could not be asked; the same call may be made again.
 */
export async function watchCallbacks(
  deps: ConnectDeps,
  tenant: Tenant,
): Promise<{ repaired: number; removed: number }> {
  const connection = await findConnection(deps.db, tenant, "freshbooks");
  if (connection?.status !== "active" || connection.accountId === null) return { repaired: 0, removed: 0 };
  const now = deps.clock.now();
  const silentAt = await findSilence(deps.db, tenant, { now, ...silenceWindow });
  const look = { connection, actor, isAsked: false, silentAt };
  const { claims, removed } = await reconcileCallbacks(deps, tenant, look);
  await noteCallbacksChecked(deps.db, tenant, now);
  if (claims.length > 0) await makeSweepDue(deps.db, tenant, now);
  for (const { noun, cause, act } of claims) {
    deps.log.info({ workspaceId: tenant.workspaceId, noun, cause, act }, "callback taken up by the watch");
  }
  if (removed > 0) deps.log.info({ workspaceId: tenant.workspaceId, removed }, "stray callbacks removed");
  return { repaired: claims.length, removed };
}
