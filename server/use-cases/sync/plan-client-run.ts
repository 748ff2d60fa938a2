import "server-only";
import { findRecord } from "../../db/repos/record";
import type { Tenant } from "../../db/tenant";
import { clientName } from "../../domain/client-name";
import { planClient } from "../../domain/plan/plan-client";
import type { Plan } from "../../domain/plan/types";
import { AppError } from "../../lib/errors";
import { beginAttempt } from "./begin-attempt";
import { findLivingLink } from "./find-living-link";
import { keepPlan } from "./keep-plan";
import type { PlannedRun } from "./durable-step";
import { leaveForSetUp } from "./leave-for-set-up";
import { toLinkView } from "./link-view";
import { loadRules } from "./load-rules";
import { plannedBefore } from "./planned-before";
import type { SyncDeps } from "./sync-deps";

const unknown = (id: string): Plan => {
  const because = `FreshBooks does not know client ${id}.`;
  return { writes: [], skips: [{ code: "unknown_in_freshbooks", because }] };
};

/** Reads a client anew and plans what would make its organization right; null when there is nothing to answer for. */
export async function planClientRun(
  deps: SyncDeps,
  tenant: Tenant,
  input: { clientId: string; runKey: string },
): Promise<PlannedRun | null> {
  const record = await findRecord(deps.db, tenant, { kind: "client", freshbooksId: input.clientId });
  if (!record) throw new AppError("not_found", { message: `no record of client ${input.clientId}` });
  const live = await loadRules(deps.db, tenant);
  if (!live) return leaveForSetUp(deps, tenant, record);
  const attempt = await beginAttempt(deps, tenant, {
    record,
    runKey: input.runKey,
    mappingVersion: live.version,
  });
  if (!attempt) return null;
  const before = plannedBefore(attempt);
  if (before) return before;

  // The link before the source: a plan must never rest on an older reading than the link it was made against.
  const key = { entity: "organization", freshbooksId: input.clientId } as const;
  const link = await findLivingLink(deps, tenant, { key, attempt, live });
  const freshbooks = await deps.freshbooks(tenant);
  const client = await freshbooks.getClient(input.clientId);
  const keep = { attemptId: attempt.id, recordId: record.id, warnings: [] };
  if (!client) {
    return keepPlan(deps, tenant, { ...keep, plan: unknown(input.clientId), reading: null });
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
