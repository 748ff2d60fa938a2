import "server-only";
import { tenantForWork } from "../../db/tenant";
import type { Tenant } from "../../db/tenant";
import type { Deps } from "../deps";

/** Does the same work for several workspaces, one after the other; one that fails is logged and keeps no other waiting. */
export async function forEachWorkspace(
  deps: Pick<Deps, "db" | "log">,
  workspaceIds: Iterable<string>,
  work: (tenant: Tenant) => Promise<void>,
): Promise<void> {
  for (const workspaceId of workspaceIds) {
    try {
      await work(await tenantForWork(deps.db, workspaceId));
    } catch (error) {
      deps.log.error({ err: error, workspaceId }, "a workspace's share of the work failed");
    }
  }
}
