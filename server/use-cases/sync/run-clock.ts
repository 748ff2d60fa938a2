import "server-only";
import { findBusinessZone } from "../../db/repos/business-zone";
import { listFallenDue } from "../../db/repos/record";
import type { Tenant } from "../../db/tenant";
import { dateInZone } from "../../domain/business-day";
import { addMs } from "../../lib/clock";
import type { SyncDeps } from "./sync-deps";
import { takeUp } from "./take-up";

const askAgainAfterMs = 60 * 60_000;
const atOnce = 500;

/** Looks at every open invoice whose due date has passed in the business's zone: FreshBooks never says so. */
export async function runClock(deps: SyncDeps, tenant: Tenant): Promise<{ found: number }> {
  const now = deps.clock.now();
  const zone = await findBusinessZone(deps.db, tenant);
  const due = await listFallenDue(deps.db, tenant, {
    today: dateInZone(now, zone),
    readBefore: addMs(now, -askAgainAfterMs),
    limit: atOnce,
  });
  const changed = due.map((freshbooksId) => ({
    kind: "invoice" as const,
    freshbooksId,
    name: "clock.due_date_passed",
  }));
  return { found: await takeUp(deps, tenant, { changed, origin: "clock" }) };
}
