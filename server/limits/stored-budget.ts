import "server-only";
import type { Db } from "../db/client";
import { findApiWindow, insertApiWindow, updateApiWindow } from "../db/repos/api-window";
import type { ApiWindowFields, ApiWindowKey } from "../db/repos/api-window";
import type { Tenant } from "../db/tenant";
import { newBudget } from "./budget";
import type { Budget, Pause } from "./budget";

/** Whose budget: a connection's window of one kind. */
export type BudgetKey = { tenant: Tenant } & ApiWindowKey;

/** So many processes do not meet at one row in the same few milliseconds: it is a fault if they seem to. */
const mostTries = 50;

function toPause({ pausedUntil, pauseReason }: ApiWindowFields): Pause | null {
  if (!pausedUntil) return null;
  return { until: pausedUntil.getTime(), reason: pauseReason === "daily" ? "daily" : "burst" };
}

/** A stored row as the arithmetic knows it. */
export function toBudget(row: ApiWindowFields): Budget {
  const { windowLimit, slotAt, slots, dailyLimit, dailyRemaining } = row;
  return {
    limit: windowLimit,
    slotAt: slotAt.getTime(),
    slots,
    dailyLimit,
    dailyRemaining,
    pause: toPause(row),
  };
}

function toFields(budget: Budget): ApiWindowFields {
  return {
    windowLimit: budget.limit,
    slotAt: new Date(budget.slotAt),
    slots: [...budget.slots],
    dailyLimit: budget.dailyLimit,
    dailyRemaining: budget.dailyRemaining,
    pausedUntil: budget.pause && new Date(budget.pause.until),
    pauseReason: budget.pause && budget.pause.reason,
  };
}

/** Applies a change to the stored budget, whole or not at all, and gives back what the change computed beside it. */
export async function changeBudget<Result>(
  db: Db,
  { tenant, ...key }: BudgetKey,
  now: number,
  change: (budget: Budget) => { budget: Budget; result: Result },
): Promise<Result> {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const row = await findApiWindow(db, tenant, key);
    const { budget, result } = change(row ? toBudget(row) : newBudget(key.kind, now));
    const isStored = row
      ? await updateApiWindow(db, tenant, key, row.version, toFields(budget))
      : await insertApiWindow(db, tenant, key, toFields(budget));
    if (isStored) return result;
  }
  throw new Error(`the budget of ${key.connectionId} changed under every one of ${String(mostTries)} tries`);
}
