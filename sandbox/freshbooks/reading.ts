import { dateInZone } from "../lib/zone-time";
import type { Ledger } from "./ledger";
import { ACCOUNTING_ZONE } from "./stamps";
import type { Switches } from "./switches";
import type { FreshBooksWorld } from "./world";
import { ledgerOf } from "./world";

/** What is needed to show the records of one account as they are now. */
export interface Reading {
  readonly ledger: Ledger;
  readonly switches: Switches;
  /** `YYYY-MM-DD` by the calendar that says what is overdue (facts §5.2). */
  readonly today: string;
  readonly nowMs: number;
}

/** The zone whose midnight makes an account's invoices overdue. */
export function dayZone(world: FreshBooksWorld, accountId: string): string {
  if (world.switches.dayBoundary === "eastern") return ACCOUNTING_ZONE;
  if (world.switches.dayBoundary === "utc") return "UTC";
  return world.directory.ownerOf(accountId)?.business.timeZone ?? ACCOUNTING_ZONE;
}

export function readingOf(world: FreshBooksWorld, accountId: string): Reading {
  const nowMs = world.clock.nowMs();
  const today = dateInZone(nowMs, dayZone(world, accountId));
  return { ledger: ledgerOf(world, accountId), switches: world.switches, today, nowMs };
}
