import { dateInZone } from "../lib/zone-time";
import { ownerFor } from "./guard";
import { tellOverdue } from "./invoice-fates";
import { isPastDue } from "./invoice-status";
import { sumsOf } from "./invoice-sums";
import { dayZone, readingOf } from "./reading";
import type { FreshBooksWorld } from "./world";

const HOUR_MS = 3_600_000;

// The next midnight of a zone: tried by the hour, and from there by the minute, as zones are not all off by hours.
function msToMidnight(nowMs: number, zone: string): number {
  const today = dateInZone(nowMs, zone);
  let ms = HOUR_MS;
  while (dateInZone(nowMs + ms, zone) === today) ms += HOUR_MS;
  ms -= HOUR_MS;
  while (dateInZone(nowMs + ms, zone) === today) ms += 60_000;
  // Back to the start of the minute, so that midnight itself is met.
  return ms - ((nowMs + ms) % 60_000);
}

// Those whose last day came on or after `since`, the day of the last look, and has passed.
function tellFallenDue(world: FreshBooksWorld, accountId: string, since: string): void {
  const reading = readingOf(world, accountId);
  const actor = ownerFor(world, accountId);
  for (const invoice of reading.ledger.invoices.rows) {
    if (invoice.dueDate < since || invoice.visState !== 0) continue;
    const sums = sumsOf(reading.ledger, invoice, reading.switches.moneyDecimals);
    if (isPastDue(invoice, sums, reading.today)) tellOverdue(world, actor, invoice);
  }
}

function watchNextMidnight(world: FreshBooksWorld, accountId: string, spell: number): void {
  const { today, nowMs } = readingOf(world, accountId);
  world.clock.later(msToMidnight(nowMs, dayZone(world, accountId)), () => {
    if (world.dueSpell !== spell) return;
    tellFallenDue(world, accountId, today);
    watchNextMidnight(world, accountId, spell);
  });
}

/**
 * Begins or ends the watch for invoices that fall due, as the switch says: by default nobody is told (facts §5.2).
 * Each account's midnight is awaited on the sandbox's clock.
 */
export function watchDues(world: FreshBooksWorld): void {
  world.dueSpell += 1;
  if (world.switches.overdue === "silent") return;
  const accounts = new Set(world.directory.memberBusinesses().map(({ business }) => business.accountId));
  for (const accountId of accounts) {
    if (accountId !== null) watchNextMidnight(world, accountId, world.dueSpell);
  }
}
