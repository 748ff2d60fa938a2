/** A place in an order: the value sorted by, then the id. */
export interface Place {
  readonly value: number;
  readonly id: number;
}

interface Row {
  readonly id: number;
}

/** Rows kept in order of a value and their id, so that a page begins where its cursor points, without sorting. */
export class SortedRows<T extends Row> {
  readonly #rows: T[] = [];
  readonly #valueOf: (row: T) => number;

  constructor(valueOf: (row: T) => number) {
    this.#valueOf = valueOf;
  }

  get size(): number {
    return this.#rows.length;
  }

  insert(row: T): void {
    const at = this.#firstFrom({ value: this.#valueOf(row), id: row.id });
    if (at === this.#rows.length) this.#rows.push(row);
    else this.#rows.splice(at, 0, row);
  }

  /** Takes a row out; its value must still be the one it was inserted with. */
  remove(row: T): void {
    const at = this.#firstFrom({ value: this.#valueOf(row), id: row.id });
    if (this.#rows[at] === row) this.#rows.splice(at, 1);
  }

  /** How many rows have at least this value. */
  countFrom(value: number): number {
    return this.#rows.length - this.#firstFrom({ value, id: 0 });
  }

  /** Rows upwards, after a place. */
  *ascending(after?: Place): Generator<T> {
    const start = after === undefined ? 0 : this.#firstFrom({ value: after.value, id: after.id + 1 });
    for (let at = start; at < this.#rows.length; at += 1) {
      const row = this.#rows[at];
      if (row !== undefined) yield row;
    }
  }

  /** Rows downwards, after a place. */
  *descending(after?: Place): Generator<T> {
    const start = after === undefined ? this.#rows.length : this.#firstFrom(after);
    for (let at = start - 1; at >= 0; at -= 1) {
      const row = this.#rows[at];
      if (row !== undefined) yield row;
    }
  }

  // Position of the first row at or after a place, by halving.
  #firstFrom(place: Place): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#isBefore(middle, place)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #isBefore(at: number, place: Place): boolean {
    const row = this.#rows[at];
    if (row === undefined) return false;
    const value = this.#valueOf(row);
    return value === place.value ? row.id < place.id : value < place.value;
  }
}
