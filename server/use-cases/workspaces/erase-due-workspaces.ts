import "server-only";
import { listWorkspacesToErase } from "../../db/repos/workspace-erasure";
import { addMs } from "../../lib/clock";
import { forEachWorkspace } from "../sync/for-each-workspace";
import type { SyncDeps } from "../sync/sync-deps";
import { eraseWorkspace } from "./erase-workspace";
import { marginMs } from "./erasure-times";

/** Erases every workspace whose time is over; tells how many are gone. */
export async function eraseDueWorkspaces(deps: SyncDeps): Promise<{ erased: number }> {
  const due = await listWorkspacesToErase(deps.db, addMs(deps.clock.now(), -marginMs));
  let erased = 0;
  await forEachWorkspace(deps, due, async (tenant) => {
    if ((await eraseWorkspace(deps, tenant)) === "erased") erased += 1;
  });
  return { erased };
}
