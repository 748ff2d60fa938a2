import "server-only";
import type { RecordKind } from "../../contracts/sync";
import { findRecord } from "../../db/repos/record";
import type { RecordView } from "../../db/repos/record";
import type { Attempt } from "../../db/repos/sync-attempt";
import type { Tenant } from "../../db/tenant";
import type { Plan } from "../../domain/plan/types";
import { AppError } from "../../lib/errors";
import { beginAttempt } from "./begin-attempt";
import type { PlannedRun } from "./durable-step";
import { leaveForSetUp } from "./leave-for-set-up";
import { loadRules } from "./load-rules";
import type { LiveRules } from "./load-rules";
import { plannedBefore } from "./planned-before";
import type { SyncDeps } from "./sync-deps";

/** What a run works with: the record, its attempt, and the rules that are live. */
export type OpenRun = { record: RecordView; attempt: Attempt; live: LiveRules };

/** The plan for an object that FreshBooks does not know. */
export function unknownPlan(kind: RecordKind, freshbooksId: string): Plan {
  const because = `FreshBooks does not know ${kind} ${freshbooksId}.`;
  return { writes: [], skips: [{ code: "unknown_in_freshbooks", because }] };
}

/**
 * Opens a run's attempt and has it planned; null when there is nothing to answer for. Safe to repeat within a run: the
 * attempt and its plan are found again.
 */
export async function planRun(
  deps: SyncDeps,
  tenant: Tenant,
  input: { kind: RecordKind; freshbooksId: string; runKey: string },
  plan: (run: OpenRun) => Promise<PlannedRun>,
): Promise<PlannedRun | null> {
  const { kind, freshbooksId, runKey } = input;
  const record = await findRecord(deps.db, tenant, { kind, freshbooksId });
  if (!record) throw new AppError("not_found", { message: `no record of ${kind} ${freshbooksId}` });
  const live = await loadRules(deps.db, tenant);
  if (!live) return leaveForSetUp(deps, tenant, record);
  const attempt = await beginAttempt(deps, tenant, { record, runKey, mappingVersion: live.version });
  if (!attempt) return null;
  return plannedBefore(attempt) ?? plan({ record, attempt, live });
}
