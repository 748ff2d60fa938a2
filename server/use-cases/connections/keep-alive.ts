import "server-only";
import { forceRefresh } from "../../credentials/access-token";
import { listIdleGrants } from "../../db/repos/idle-grants";
import { tenantForWork } from "../../db/tenant";
import { addMs } from "../../lib/clock";
import { appErrorOf } from "../app-error-of";
import type { Deps } from "../deps";

/** Half of what Pipedrive allows: a refresh token that is not used for 60 days is dead (facts pipedrive §1). */
const idleMs = 30 * 24 * 3600_000;
const atOnce = 100;

/**
 * Refreshes the tokens of connections that nobody used for a month, so that a workspace that rests is still connected
 * when work comes. A grant that is refused thereby asks to be made again, while there is time; a vendor that is out of
 * reach is asked again at the next round. Returns how many were renewed.
 */
export async function keepAlive(deps: Deps): Promise<{ renewed: number }> {
  const refreshedBefore = addMs(deps.clock.now(), -idleMs);
  let renewed = 0;
  for (const idle of await listIdleGrants(deps.db, { refreshedBefore, limit: atOnce })) {
    const { workspaceId, vendor, tokenVersion } = idle;
    try {
      await forceRefresh(deps, await tenantForWork(deps.db, workspaceId), vendor, tokenVersion);
      renewed += 1;
    } catch (error) {
      if (!appErrorOf(error)) throw error;
      deps.log.warn({ err: error, workspaceId, vendor }, "an idle grant was not renewed");
    }
  }
  return { renewed };
}
