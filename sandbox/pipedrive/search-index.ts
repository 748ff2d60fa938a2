import type { SandboxClock } from "../lib/clock";
import type { SeededRandom } from "../lib/random";

export type IndexedKind = "deal" | "organization" | "person";

/** What the search knows of an object. */
export interface Snapshot {
  readonly name: string;
  readonly address: string | null;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly custom: ReadonlyMap<string, string>;
}

/** What is shown until a change becomes visible. */
interface Former {
  readonly untilMs: number;
  /** null: not there. */
  readonly snapshot: Snapshot | null;
}

/** How long the index lags behind, drawn anew for each change; null: it never learns. */
type Lag = { readonly min: number; readonly max: number } | null;

/**
 * A search index that lags behind the data by some seconds (facts §4). It remembers only what it does not show yet:
 * an object without a note here is shown as it is.
 */
export class SearchIndex {
  readonly #pending: Record<IndexedKind, Map<number, Former[]>> = {
    deal: new Map(),
    organization: new Map(),
    person: new Map(),
  };
  readonly #clock: SandboxClock;
  readonly #random: SeededRandom;

  constructor(deps: { readonly clock: SandboxClock; readonly random: SeededRandom }) {
    this.#clock = deps.clock;
    this.#random = deps.random;
  }

  /** Takes note of a change to an object that was as in `before`; what it became is found after the lag. */
  note(kind: IndexedKind, id: number, before: Snapshot | null, lag: Lag): void {
    this.#forgetVisible(kind);
    const untilMs =
      lag === null
        ? Number.POSITIVE_INFINITY
        : this.#clock.nowMs() + this.#random.int(lag.min, Math.max(lag.min, lag.max));
    const known = this.#pending[kind].get(id) ?? [];
    this.#pending[kind].set(id, [...known, { untilMs, snapshot: before }]);
  }

  /** Whether the index may still show an object as it was. */
  isBehind(kind: IndexedKind, id: number): boolean {
    return this.#pending[kind].has(id);
  }

  /** An object as the index sees it now; `current` is how it is. */
  shown(kind: IndexedKind, id: number, current: () => Snapshot | null): Snapshot | null {
    const former = this.#pending[kind].get(id);
    if (former === undefined) return current();
    const nowMs = this.#clock.nowMs();
    // The newest visible change was made to what the one after it replaced, or led to how things are.
    const next = former[former.findLastIndex(({ untilMs }) => untilMs <= nowMs) + 1];
    return next === undefined ? current() : next.snapshot;
  }

  // Changes are noted in the order of time, so the oldest are first to become visible.
  #forgetVisible(kind: IndexedKind): void {
    const nowMs = this.#clock.nowMs();
    for (const [id, former] of this.#pending[kind]) {
      const newest = former.at(-1);
      if (newest !== undefined && newest.untilMs > nowMs) return;
      this.#pending[kind].delete(id);
    }
  }
}
