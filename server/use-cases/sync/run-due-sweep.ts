import "server-only";
import { findSweepMark } from "../../db/repos/sweep-mark";
import type { Tenant } from "../../db/tenant";
import { runSweep } from "./run-sweep";
import type { SyncDeps } from "./sync-deps";

/** A sweep that is due, or asked for by a person. One that took long was asked for again meanwhile: that is none. */
export async function runDueSweep(
  deps: SyncDeps,
  tenant: Tenant,
  input: { isManual: boolean },
): Promise<{ found: number }> {
  const mark = await findSweepMark(deps.db, tenant);
  if (!input.isManual && mark && mark.nextDueAt > deps.clock.now()) return { found: 0 };
  return runSweep(deps, tenant, input);
}
