import "server-only";
import { findBusinessZone } from "../../db/repos/business-zone";
import { listForgotten } from "../../db/repos/record";
import { findSweepMark, saveSweepMark } from "../../db/repos/sweep-mark";
import type { Tenant } from "../../db/tenant";
import { dateInZone } from "../../domain/business-day";
import { addMs } from "../../lib/clock";
import type { FreshbooksClient } from "../../vendors/freshbooks/client";
import type { Changed } from "./find-changed";
import { findChangedClients, findChangedInvoices, findUnreadable } from "./find-changed";
import { recentDay } from "./recent-day";
import type { SyncDeps } from "./sync-deps";
import { takeUp } from "./take-up";

const quietFactor = 6;
const forgottenAtOnce = 500;

type Look = { name: string; filter: { updatedMin?: string; v3Status?: "overdue" | "viewed" } };

type Sweep = {
  deps: SyncDeps;
  tenant: Tenant;
  freshbooks: FreshbooksClient;
  today: string;
  origin: "sweep" | "manual";
  /** Objects this sweep has taken up already, by kind and id: several looks may find the same one. */
  seen: Set<string>;
};

async function takeUpOnce(sweep: Sweep, found: readonly Changed[]): Promise<void> {
  const { deps, tenant, origin, seen } = sweep;
  const changed = found.filter(({ kind, freshbooksId }) => !seen.has(`${kind} ${freshbooksId}`));
  for (const { kind, freshbooksId } of changed) seen.add(`${kind} ${freshbooksId}`);
  await takeUp(deps, tenant, { changed, origin });
}

async function sweepInvoices(sweep: Sweep, look: Look): Promise<void> {
  const { deps, tenant, freshbooks, today } = sweep;
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const list = await freshbooks.listInvoices({ page, ...look.filter });
    const input = { invoices: list.items, today, name: look.name };
    await takeUpOnce(sweep, await findChangedInvoices(deps, tenant, input));
    const rows = list.unreadable;
    await takeUpOnce(sweep, await findUnreadable(deps, tenant, { kind: "invoice", rows }));
    pages = list.pages;
  }
}

async function sweepClients(sweep: Sweep, updatedMin: string): Promise<void> {
  const { deps, tenant, freshbooks } = sweep;
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const list = await freshbooks.listClients({ page, updatedMin });
    const input = { clients: list.items, name: "sweep.changed" };
    await takeUpOnce(sweep, await findChangedClients(deps, tenant, input));
    const rows = list.unreadable;
    await takeUpOnce(sweep, await findUnreadable(deps, tenant, { kind: "client", rows }));
    pages = list.pages;
  }
}

/**
 * Asks FreshBooks what changed since the last sweep, and what it never tells: invoices that went overdue or were
 * viewed (facts §5.2). Also takes up records whose events were lost. Found objects become events; nothing is
 * written here. Returns how many.
 */
export async function runSweep(
  deps: SyncDeps,
  tenant: Tenant,
  input: { isManual: boolean },
): Promise<{ found: number }> {
  const startedAt = deps.clock.now();
  const origin = input.isManual ? "manual" : "sweep";
  const [mark, zone, freshbooks, forgotten] = await Promise.all([
    findSweepMark(deps.db, tenant),
    findBusinessZone(deps.db, tenant),
    deps.freshbooks(tenant),
    listForgotten(deps.db, tenant, forgottenAtOnce),
  ]);
  const updatedMin = recentDay(mark?.highWaterAt ?? startedAt);
  const today = dateInZone(startedAt, zone);
  const looks: readonly Look[] = [
    { name: "sweep.changed", filter: { updatedMin } },
    { name: "sweep.overdue", filter: { v3Status: "overdue" } },
    { name: "sweep.viewed", filter: { v3Status: "viewed" } },
  ];
  const lost = forgotten.map((record) => ({ ...record, name: "sweep.forgotten" }));
  const sweep: Sweep = { deps, tenant, freshbooks, today, origin, seen: new Set() };
  await takeUpOnce(sweep, lost);
  await sweepClients(sweep, updatedMin);
  for (const look of looks) await sweepInvoices(sweep, look);
  const found = sweep.seen.size;
  const intervalMs = deps.env.SWEEP_INTERVAL_SECONDS * 1_000 * (found > 0 ? 1 : quietFactor);
  // More may wait than one sweep takes up, as after weeks without a connection: the next one follows at once.
  const nextDueAt = addMs(startedAt, forgotten.length === forgottenAtOnce ? 0 : intervalMs);
  await saveSweepMark(deps.db, tenant, { highWaterAt: startedAt, nextDueAt, lastRunAt: startedAt });
  return { found };
}
