/** How many lists a shelf remembers: enough for a few readers that page side by side. */
const REMEMBERED = 4;

/** Records of one noun in one account, in the order in which they were made, which is that of their ids. */
export class Shelf<T extends { readonly id: number }> {
  readonly #byId = new Map<number, T>();
  readonly #rows: T[] = [];
  readonly #lists = new Map<string, readonly T[]>();
  #membership = 0;

  /** All records, oldest first. */
  get rows(): readonly T[] {
    return this.#rows;
  }

  /** Moves when a record comes, is deleted or restored: only that changes which rows a plain list has. */
  get membership(): number {
    return this.#membership;
  }

  get(id: number): T | undefined {
    return this.#byId.get(id);
  }

  /** Those of the records there are, oldest first, each once. */
  pick(ids: readonly number[]): T[] {
    return [...new Set(ids)].sort((a, b) => a - b).flatMap((id) => this.#byId.get(id) ?? []);
  }

  add(record: T): void {
    this.#byId.set(record.id, record);
    this.#rows.push(record);
    this.#membership += 1;
  }

  /** To be said when a record's `vis_state` has changed. */
  memberChanged(): void {
    this.#membership += 1;
  }

  /** The list made under `key` before, or made now: a reader pages through one list without it being made per page. */
  remembered(key: string, make: () => readonly T[]): readonly T[] {
    const rows = this.#lists.get(key) ?? make();
    this.#lists.delete(key);
    this.#lists.set(key, rows);
    const [oldest] = this.#lists.keys();
    if (this.#lists.size > REMEMBERED && oldest !== undefined) this.#lists.delete(oldest);
    return rows;
  }
}
