import "server-only";
import type { Tenant } from "../../db/tenant";
import { clientName } from "../../domain/client-name";
import { planClient } from "../../domain/plan/plan-client";
import type { PlannedRun } from "./durable-step";
import { findLivingLink } from "./find-living-link";
import { keepPlan } from "./keep-plan";
import { toLinkView } from "./link-view";
import { planRun, unknownPlan } from "./plan-run";
import type { OpenRun } from "./plan-run";
import type { SyncDeps } from "./sync-deps";

async function readAndPlan(deps: SyncDeps, tenant: Tenant, run: OpenRun): Promise<PlannedRun> {
  const { record, attempt, live } = run;
  const { freshbooksId } = record;
  // The link before the source: a plan must never rest on an older reading than the link it was made against.
  const key = { entity: "organization", freshbooksId } as const;
  const link = await findLivingLink(deps, tenant, { key, attempt, live });
  const freshbooks = await deps.freshbooks(tenant);
  const client = await freshbooks.getClient(freshbooksId);
  const keep = { attemptId: attempt.id, recordId: record.id, warnings: [] };
  if (!client) {
    return keepPlan(deps, tenant, { ...keep, plan: unknownPlan("client", freshbooksId), reading: null });
  }
  const plan = planClient({ client, bindings: live.bindings, link: toLinkView(link) });
  const reading = {
    label: clientName(client).name,
    currency: client.currency,
    sourceVersion: client.version,
    snapshot: client,
    lastReadAt: deps.clock.now(),
  };
  return keepPlan(deps, tenant, { ...keep, plan, reading });
}

/** Reads a client anew and plans what would make its organization right; null when there is nothing to answer for. */
export function planClientRun(
  deps: SyncDeps,
  tenant: Tenant,
  input: { freshbooksId: string; runKey: string },
): Promise<PlannedRun | null> {
  return planRun(deps, tenant, { kind: "client", ...input }, (run) => readAndPlan(deps, tenant, run));
}
