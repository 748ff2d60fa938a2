import "server-only";
import type { Overview } from "../../contracts/overview";
import { invoiceStateSchema } from "../../contracts/sync";
import type { Db } from "../../db/client";
import { listCallbackRows } from "../../db/repos/callback";
import { listConnectionFacts } from "../../db/repos/connection-facts";
import type { ConnectionFacts } from "../../db/repos/connection-facts";
import { countAttemptsPerMinute, countRecords, readPulse, sumMoneyByState } from "../../db/repos/overview";
import type { MinuteCount, MoneyOfState, RecordCount } from "../../db/repos/overview";
import { getWorkspace } from "../../db/repos/workspace";
import type { Tenant } from "../../db/tenant";
import { judgeHealth } from "../../domain/health";
import { readBudget } from "../../limits/read-budget";
import { addMs, elapsedMs } from "../../lib/clock";
import type { Clock } from "../../lib/clock";
import type { Env } from "../../lib/env";
import { vendorLabels } from "../../vendors/http/vendor-error";
import { toCallbackDto, toConnectionDtos } from "./connection-dto";
import { missingSteps } from "./missing-steps";

const dayMs = 24 * 3_600_000;
const shownMinutes = 60;

function toCounts(rows: readonly RecordCount[]): Overview["counts"] {
  const counts = { in_step: 0, waiting: 0, excluded: 0, failing: 0 };
  for (const { health, count } of rows) counts[health] += count;
  return counts;
}

function countOf(rows: readonly RecordCount[], kind: RecordCount["kind"]): number {
  return rows.filter((row) => row.kind === kind).reduce((sum, { count }) => sum + count, 0);
}

/** States that no version of ours knows fall away here; their records are still counted in the four lists. */
function toMoney(rows: readonly MoneyOfState[]): Overview["moneyByState"] {
  return rows.flatMap(({ state, currency, count, total, outstanding }) => {
    const known = invoiceStateSchema.safeParse(state).data;
    if (!known) return [];
    return [
      {
        state: known,
        count,
        total: { amount: total, currency },
        outstanding: { amount: outstanding, currency },
      },
    ];
  });
}

/** One entry per minute, oldest first, zeros where nothing began. */
function toMinutes(rows: readonly MinuteCount[]): Overview["attemptsPerMinute"] {
  const byMinute = new Map(rows.map((row) => [row.minutesAgo, row]));
  return Array.from({ length: shownMinutes }, (_, index) => {
    const row = byMinute.get(shownMinutes - 1 - index);
    return { ok: row?.ok ?? 0, failed: row?.failed ?? 0 };
  });
}

function refusedBy(connections: readonly ConnectionFacts[]): string[] {
  return connections
    .filter(({ status }) => status === "needs_reconnect")
    .map(({ vendor }) => vendorLabels[vendor]);
}

/** Everything the overview shows. A fixed number of queries, each for this workspace alone. */
export async function getOverview(
  deps: { db: Db; clock: Clock; env: Env },
  tenant: Tenant,
): Promise<Overview> {
  const { db } = deps;
  const now = deps.clock.now();
  const [workspace, connections, callbacks, counted, money, pulse, minutes, budget] = await Promise.all([
    getWorkspace(db, tenant),
    listConnectionFacts(db, tenant),
    listCallbackRows(db, tenant),
    countRecords(db, tenant),
    sumMoneyByState(db, tenant),
    readPulse(db, tenant, addMs(now, -dayMs)),
    countAttemptsPerMinute(db, tenant, now),
    readBudget(db, tenant, deps.clock),
  ]);
  const counts = toCounts(counted);
  const oldestWaitingMs = pulse.waitingSince && elapsedMs(deps.clock, pulse.waitingSince);
  const health = judgeHealth({
    missing: missingSteps({ connections, liveMappingVersion: workspace.liveMappingVersion }),
    refusedBy: refusedBy(connections),
    counts,
    unverifiedCallbacks: callbacks.filter(({ status }) => status !== "verified").length,
    pausedReason: budget?.pausedUntil ? budget.reason : null,
    oldestWaitingMs,
  });
  return {
    ...health,
    counts,
    clients: countOf(counted, "client"),
    invoices: countOf(counted, "invoice"),
    moneyByState: toMoney(money),
    connections: toConnectionDtos(deps.env, connections),
    callbacks: callbacks.map(toCallbackDto),
    budget,
    lastEventAt: pulse.lastEventAt,
    lastWriteAt: pulse.lastWriteAt,
    oldestWaitingMs,
    latency: { p50Ms: pulse.p50Ms, p95Ms: pulse.p95Ms },
    attemptsPerMinute: toMinutes(minutes),
  };
}
