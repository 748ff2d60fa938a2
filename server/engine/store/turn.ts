import { z } from "zod";
import type { FunctionSet } from "../functions/function-set";
import type { Session } from "./database";

/**
 * One transaction's worth of work on runs. Locks are always taken in this order: a run, its jobs and timers, then its
 * parent's run.
 */
export type Turn = { session: Session; functions: FunctionSet; processId: string; now: Date };

const told = z.object({ told: z.unknown() });

/** Tells the other processes, at commit, that there is work they could take. */
export async function notifyOthers(turn: Turn): Promise<void> {
  await turn.session.rows(told, "SELECT pg_notify('engine_wake', $1) AS told", [turn.processId]);
}
