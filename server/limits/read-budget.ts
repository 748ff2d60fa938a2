import "server-only";
import type { Db } from "../db/client";
import { findApiWindow } from "../db/repos/api-window";
import { findConnection } from "../db/repos/connection";
import type { Tenant } from "../db/tenant";
import { systemClock } from "../lib/clock";
import type { Clock } from "../lib/clock";
import { learn } from "./budget";
import { waitSentence } from "./budget-wait";
import { toBudget } from "./stored-budget";
import { usedAt } from "./window";

/** What the dashboard shows of Pipedrive's limits. */
export type BudgetView = {
  /** Calls per two seconds. */
  windowLimit: number;
  windowUsed: number;
  /** Tokens per day for the whole company; null while unknown. */
  dailyLimit: number | null;
  dailyRemaining: number | null;
  pausedUntil: Date | null;
  /** Why it is paused, as a sentence. */
  reason: string | null;
};

/** The Pipedrive budget of a workspace as last heard; null before the first call. */
export async function readBudget(
  db: Db,
  tenant: Tenant,
  clock: Clock = systemClock,
): Promise<BudgetView | null> {
  const connection = await findConnection(db, tenant, "pipedrive");
  if (!connection) return null;
  const row = await findApiWindow(db, tenant, { connectionId: connection.id, kind: "general" });
  if (!row) return null;
  const now = clock.now().getTime();
  const budget = learn(toBudget(row), null, now);
  return {
    windowLimit: budget.limit,
    windowUsed: usedAt(budget, now),
    dailyLimit: budget.dailyLimit,
    dailyRemaining: budget.dailyRemaining,
    pausedUntil: budget.pause && row.pausedUntil,
    reason: budget.pause && waitSentence(budget.pause.reason),
  };
}
