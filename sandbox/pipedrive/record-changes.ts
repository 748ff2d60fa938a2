import type { Caller } from "./caller";
import type { Company } from "./company";
import type { RecordStore, StoredRecord } from "./store/record-store";
import type { IndexedKind, Snapshot } from "./search-index";
import { differences } from "./webhooks/differences";
import type { CompanyEvent } from "./webhooks/event";

type View = Record<string, unknown>;

/** How objects of one kind are kept, shown and searched. */
export interface RecordKind<T extends StoredRecord> {
  readonly name: IndexedKind;
  readonly storeOf: (company: Company) => RecordStore<T>;
  readonly view: (company: Company, record: T) => View;
  /** Every text in it that a search might find, and perhaps more: quick to tell what cannot be a hit. */
  readonly texts: (record: T) => readonly string[];
  /** What the search knows of it. */
  readonly snapshot: (company: Company, record: T) => Snapshot;
}

function snapshotOf<T extends StoredRecord>(
  company: Company,
  kind: RecordKind<T>,
  record: T,
): Snapshot | null {
  return record.isDeleted ? null : kind.snapshot(company, record);
}

function event<T extends StoredRecord>(
  caller: Caller,
  kind: RecordKind<T>,
  record: T,
  rest: Pick<CompanyEvent, "action" | "data" | "previous" | "merged">,
): CompanyEvent {
  const { userId, source } = caller;
  return { entity: kind.name, entityId: String(record.id), userId, source, ...rest };
}

/** Keeps a new object, lets the search learn of it in time, and tells the webhooks. */
export function recordCreated<T extends StoredRecord>(
  company: Company,
  caller: Caller,
  kind: RecordKind<T>,
  record: T,
): void {
  kind.storeOf(company).add(record);
  company.index.note(kind.name, record.id, null, company.switches.searchLagMs);
  if (!company.hooks.isHeard) return;
  const data = kind.view(company, record);
  company.hooks.announce(event(caller, kind, record, { action: "create", data, previous: null }));
}

function announceChange<T extends StoredRecord>(
  company: Company,
  caller: Caller,
  kind: RecordKind<T>,
  record: T,
  before: View,
  merged: Pick<CompanyEvent, "merged">,
): void {
  const wasDeleted = before["is_deleted"] === true;
  if (record.isDeleted && !wasDeleted) {
    const gone = { action: "delete" as const, data: null, previous: before, ...merged };
    company.hooks.announce(event(caller, kind, record, gone));
    return;
  }
  const data = kind.view(company, record);
  const previous = differences(before, data);
  // A write that changed nothing is no event, whether or not it moved `update_time`.
  if (Object.keys(previous).every((key) => key === "update_time")) return;
  company.hooks.announce(event(caller, kind, record, { action: "change", data, previous, ...merged }));
}

/** Lets `work` change an object, `update_time` included, and tells the search and the webhooks what it did. */
export function recordChanged<T extends StoredRecord>(
  company: Company,
  caller: Caller,
  kind: RecordKind<T>,
  record: T,
  work: () => void,
  merged: Pick<CompanyEvent, "merged"> = {},
): void {
  const snapshotBefore = snapshotOf(company, kind, record);
  const updateBefore = record.updateMs;
  const needsView = company.hooks.isHeard || !company.switches.noopMovesUpdateTime;
  const before = needsView ? kind.view(company, record) : undefined;
  kind.storeOf(company).change(record, () => {
    work();
    record.updateMs = company.clock.nowMs();
    if (before === undefined || company.switches.noopMovesUpdateTime) return;
    const changed = Object.keys(differences(before, kind.view(company, record)));
    if (changed.every((key) => key === "update_time")) record.updateMs = updateBefore;
  });
  company.index.note(kind.name, record.id, snapshotBefore, company.switches.searchLagMs);
  if (before !== undefined && company.hooks.isHeard) {
    announceChange(company, caller, kind, record, before, merged);
  }
}
