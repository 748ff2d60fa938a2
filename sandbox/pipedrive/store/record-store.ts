import { SortedRows } from "./sorted-rows";
import type { Place } from "./sorted-rows";

/** What a stored object must have: an id, and the times by which lists can be sorted. */
export interface StoredRecord {
  readonly id: number;
  readonly addMs: number;
  updateMs: number;
  isDeleted: boolean;
}

export type SortKey = "add_time" | "id" | "update_time";

/** Objects of one kind, found by id or by the object they belong to, and walked in any order a list may ask for. */
export class RecordStore<T extends StoredRecord> {
  readonly #byId = new Map<number, T>();
  readonly #groups = new Map<number, Set<T>>();
  readonly #orders: Readonly<Record<SortKey, SortedRows<T>>> = {
    id: new SortedRows((row) => row.id),
    add_time: new SortedRows((row) => row.addMs),
    update_time: new SortedRows((row) => row.updateMs),
  };
  #living = 0;
  readonly #groupOf: (row: T) => number | null;

  constructor(groupOf: (row: T) => number | null) {
    this.#groupOf = groupOf;
  }

  /** How many are not deleted. */
  get living(): number {
    return this.#living;
  }

  get(id: number): T | undefined {
    return this.#byId.get(id);
  }

  values(): Iterable<T> {
    return this.#byId.values();
  }

  add(row: T): void {
    this.#byId.set(row.id, row);
    this.#orders.id.insert(row);
    this.#orders.add_time.insert(row);
    this.#orders.update_time.insert(row);
    this.#join(row);
  }

  /** Lets `work` change a row, and puts the row where it then belongs. */
  change(row: T, work: () => void): void {
    this.#orders.update_time.remove(row);
    this.#leave(row);
    try {
      work();
    } finally {
      this.#orders.update_time.insert(row);
      this.#join(row);
    }
  }

  /** Rows that belong to an object. */
  group(id: number): readonly T[] {
    return [...(this.#groups.get(id) ?? [])];
  }

  /** Rows in an order, after a place in it. */
  ordered(key: SortKey, direction: "asc" | "desc", after?: Place): Generator<T> {
    const order = this.#orders[key];
    return direction === "asc" ? order.ascending(after) : order.descending(after);
  }

  /** How many rows have changed since a time. */
  countChangedSince(ms: number): number {
    return this.#orders.update_time.countFrom(ms);
  }

  #join(row: T): void {
    if (!row.isDeleted) this.#living += 1;
    const group = this.#groupOf(row);
    if (group === null) return;
    const members = this.#groups.get(group);
    if (members === undefined) this.#groups.set(group, new Set([row]));
    else members.add(row);
  }

  #leave(row: T): void {
    if (!row.isDeleted) this.#living -= 1;
    const group = this.#groupOf(row);
    if (group === null) return;
    const members = this.#groups.get(group);
    members?.delete(row);
    if (members?.size === 0) this.#groups.delete(group);
  }
}
