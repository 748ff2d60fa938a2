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

interface Version {
  readonly visibleMs: number;
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
  readonly #pending: Record<IndexedKind, Map<number, Version[]>> = {
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

  /** Takes note of a change from `before` to `after`, to be found after the lag. */
  note(kind: IndexedKind, id: number, before: Snapshot | null, after: Snapshot | null, lag: Lag): void {
    this.#forgetVisible(kind);
    const nowMs = this.#clock.nowMs();
    const visibleMs =
      lag === null ? Number.POSITIVE_INFINITY : nowMs + this.#random.int(lag.min, Math.max(lag.min, lag.max));
    const known = this.#pending[kind].get(id) ?? [{ visibleMs: nowMs, snapshot: before }];
    this.#pending[kind].set(id, [...known, { visibleMs, snapshot: after }]);
  }

  /** An object as the index sees it now; `current` is how it is. */
  shown(kind: IndexedKind, id: number, current: () => Snapshot | null): Snapshot | null {
    const versions = this.#pending[kind].get(id);
    if (versions === undefined) return current();
    const nowMs = this.#clock.nowMs();
    return versions.findLast((version) => version.visibleMs <= nowMs)?.snapshot ?? null;
  }

  // Changes are noted in the order of time, so the oldest are first to become visible.
  #forgetVisible(kind: IndexedKind): void {
    const nowMs = this.#clock.nowMs();
    for (const [id, versions] of this.#pending[kind]) {
      const newest = versions.at(-1);
      if (newest !== undefined && newest.visibleMs > nowMs) return;
      this.#pending[kind].delete(id);
    }
  }
}
