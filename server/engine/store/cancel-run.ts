import { applyEvents } from "./apply-events";
import { endRun } from "./end-run";
import { lockRun } from "./lock-run";
import type { Turn } from "./turn";

/** Cancels a run; false when it is over or unknown. */
export async function cancelRun(turn: Turn, runId: string, reason: string): Promise<boolean> {
  const run = await lockRun(turn, runId);
  if (!run) return false;
  const events = await endRun(turn, run, { status: "cancelled", reason }, null);
  if (events.length > 0) await applyEvents(turn, events);
  return true;
}
