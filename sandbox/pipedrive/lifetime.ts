import type { Company } from "./company";
import { PipedriveError, entityNotFound } from "./errors";

/** Soft-deleted objects can be read this long, then they are gone (facts §5). */
const KEPT_MS = 30 * 86_400_000;

interface Mortal {
  readonly isDeleted: boolean;
  readonly updateMs: number;
}

/** Whether a soft-deleted object has been purged. `update_time` of a deleted object is the time of its deletion. */
export function isPurged(company: Company, record: Mortal): boolean {
  return record.isDeleted && record.updateMs + KEPT_MS < company.clock.nowMs();
}

/** A record that is there, deleted or not; else 404. */
export function requireRecord<T extends Mortal>(company: Company, record: T | undefined): T {
  if (record === undefined || isPurged(company, record)) throw entityNotFound();
  return record;
}

/** A record that may be read: a deleted one for 30 days, or not at all (facts §12.2). */
export function requireReadable<T extends Mortal>(company: Company, record: T | undefined): T {
  const known = requireRecord(company, record);
  if (known.isDeleted && company.switches.getDeletedStatus === 404) throw entityNotFound();
  return known;
}

/** The answer to an edit of a soft-deleted object. */
export function deletedRefusal(company: Company, kind: "Deal" | "Organization" | "Person"): PipedriveError {
  const body = { success: false, error: `${kind} has been deleted`, data: null };
  return new PipedriveError(company.switches.editDeletedStatus, body);
}
