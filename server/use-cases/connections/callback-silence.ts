import "server-only";
import { findSilence, noteCallbacksChecked } from "../../db/repos/callback-watch";
import type { Tenant } from "../../db/tenant";
import type { Deps } from "../deps";

/** A delivery may take minutes (facts §3.6); what was found longer ago has been answered for. */
export const silenceWindow = { graceMs: 10 * 60_000, lookBackMs: 3 * 60 * 60_000 };

/**
 * After a sweep: whether callbacks kept silent of a change that they should have told of. If so, the watch is due.
 * @returns whether they did.
 */
export async function noteSilence(
  deps: Pick<Deps, "db" | "clock" | "log">,
  tenant: Tenant,
): Promise<boolean> {
  const at = await findSilence(deps.db, tenant, { now: deps.clock.now(), ...silenceWindow });
  if (at === null) return false;
  deps.log.info({ workspaceId: tenant.workspaceId, at }, "a sweep found what callbacks did not tell");
  await noteCallbacksChecked(deps.db, tenant, null);
  return true;
}
