import "server-only";
import type { Attempt } from "../../db/repos/sync-attempt";
import type { PlannedRun } from "./durable-step";
import { storedPlanSchema } from "./stored-plan";

/** The run's plan if it was already made and kept before a crash or retry; null when it is still to be made. */
export function plannedBefore(attempt: Attempt): PlannedRun | null {
  if (attempt.plan === null) return null;
  const plan = storedPlanSchema.parse(attempt.plan);
  return { attemptId: attempt.id, kinds: plan.writes.map(({ kind }) => kind) };
}
