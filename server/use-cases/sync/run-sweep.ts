import "server-only";
import { findBusinessZone } from "../../db/repos/business-zone";
import { listForgotten } from "../../db/repos/record";
import { findSweepMark, saveSweepMark } from "../../db/repos/sweep-mark";
import type { Tenant } from "../../db/tenant";
import { dateInZone } from "../../domain/business-day";
import { addMs } from "../../lib/clock";
import type { FreshbooksClient } from "../../vendors/freshbooks/client";
import { findChangedClients, findChangedInvoices } from "./find-changed";
import type { SyncDeps } from "./sync-deps";
import { takeUp } from "./take-up";

const dayMs = 86_400_000;
/** `updated_min` is by the day, in Eastern time, and "not reliably honoured" (facts §4, §5.4). */
const overlapMs = 2 * dayMs;
const quietFactor = 6;
const forgottenAtOnce = 500;

/** FreshBooks sends stamps in Eastern time and filters by that day. */
const easternDay = (at: Date): string => dateInZone(at, "America/New_York");

type Look = { name: string; filter: { updatedMin?: string; v3Status?: "overdue" | "viewed" } };

async function sweepInvoices(
  deps: SyncDeps,
  tenant: Tenant,
  input: { freshbooks: FreshbooksClient; look: Look; today: string; origin: "sweep" | "manual" },
): Promise<number> {
  let found = 0;
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const list = await input.freshbooks.listInvoices({ page, ...input.look.filter });
    const { today, look, origin } = input;
    const changed = await findChangedInvoices(deps, tenant, { invoices: list.items, today, name: look.name });
    found += await takeUp(deps, tenant, { changed, origin });
    pages = list.pages;
  }
  return found;
}

async function sweepClients(
  deps: SyncDeps,
  tenant: Tenant,
  input: { freshbooks: FreshbooksClient; updatedMin: string; origin: "sweep" | "manual" },
): Promise<number> {
  let found = 0;
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const list = await input.freshbooks.listClients({ page, updatedMin: input.updatedMin });
    const changed = await findChangedClients(deps, tenant, { clients: list.items, name: "sweep.changed" });
    found += await takeUp(deps, tenant, { changed, origin: input.origin });
    pages = list.pages;
  }
  return found;
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
  const updatedMin = easternDay(addMs(mark?.highWaterAt ?? startedAt, -overlapMs));
  const today = dateInZone(startedAt, zone);
  const looks: readonly Look[] = [
    { name: "sweep.changed", filter: { updatedMin } },
    { name: "sweep.overdue", filter: { v3Status: "overdue" } },
    { name: "sweep.viewed", filter: { v3Status: "viewed" } },
  ];
  const lost = forgotten.map((record) => ({ ...record, name: "sweep.forgotten" }));
  let found = await takeUp(deps, tenant, { changed: lost, origin });
  found += await sweepClients(deps, tenant, { freshbooks, updatedMin, origin });
  for (const look of looks) found += await sweepInvoices(deps, tenant, { freshbooks, look, today, origin });
  const intervalMs = deps.env.SWEEP_INTERVAL_SECONDS * 1_000 * (found > 0 ? 1 : quietFactor);
  const nextDueAt = addMs(startedAt, intervalMs);
  await saveSweepMark(deps.db, tenant, { highWaterAt: startedAt, nextDueAt, lastRunAt: startedAt });
  return { found };
}
