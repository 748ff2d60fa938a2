import "server-only";
import { saveReading } from "../../db/repos/record";
import type { RecordReading } from "../../db/repos/record";
import { savePlan } from "../../db/repos/sync-attempt";
import { insertWrites } from "../../db/repos/sync-write";
import type { Tenant } from "../../db/tenant";
import type { Plan } from "../../domain/plan/types";
import { newId } from "../../lib/ids";
import type { PlannedRun } from "./durable-step";
import { storedPlanSchema } from "./stored-plan";
import type { SyncDeps } from "./sync-deps";

/** Keeps what was read and what is to be written, in one transaction, before anything is written. */
export async function keepPlan(
  deps: SyncDeps,
  tenant: Tenant,
  input: {
    attemptId: string;
    recordId: string;
    plan: Plan;
    warnings: readonly string[];
    reading: RecordReading | null;
  },
): Promise<PlannedRun> {
  const { attemptId, plan, reading } = input;
  const stored = storedPlanSchema.parse({ ...plan, warnings: input.warnings });
  await deps.db.$transaction(async (tx) => {
    if (reading) await saveReading(tx, tenant, input.recordId, reading);
    await savePlan(tx, tenant, attemptId, stored);
    const rows = plan.writes.map((write) => ({
      id: newId("write"),
      kind: write.kind,
      freshbooksId: write.freshbooksId,
      linkVersion: write.linkVersion,
      fields: write.fields.map((field) => ({ ...field })),
    }));
    await insertWrites(tx, tenant, attemptId, rows);
  });
  return { attemptId, kinds: plan.writes.map(({ kind }) => kind) };
}
