import "server-only";
import type { Check } from "../../contracts/connections";
import type { Tenant } from "../../db/tenant";
import { freshbooksChecks } from "./preflight-freshbooks";
import { pipedriveChecks } from "./preflight-pipedrive";
import type { VendorDeps } from "./vendor-deps";

export type Preflight = { checks: Check[]; isReady: boolean; checkedAt: Date };

/**
 * Everything that has to be right before the first sync, on both sides, each line with what mends it. What cannot be
 * learnt by asking is `unknown` and says what will happen; only a `problem` keeps the sync from working.
 */
export async function preflight(deps: VendorDeps, tenant: Tenant): Promise<Preflight> {
  const checkedAt = deps.clock.now();
  const sides = await Promise.all([freshbooksChecks(deps, tenant), pipedriveChecks(deps, tenant)]);
  const checks = sides.flat();
  return { checks, isReady: checks.every(({ status }) => status !== "problem"), checkedAt };
}
