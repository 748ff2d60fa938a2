import type { SandboxClock } from "../lib/clock";
import type { SeededRandom } from "../lib/random";

export type IndexedKind = "deal" | "organization";

/** What the search knows of an object; null once it is deleted. */
export interface Snapshot {
  readonly name: string;
  readonly address: string | null;
  readonly custom: ReadonlyMap<string, string>;
}

interface Version {
  readonly visibleMs: number;
  readonly snapshot: Snapshot | null;
}

/** A search index that lags behind the data by some seconds (facts §4). */
export class SearchIndex {
  readonly #versions: Record<IndexedKind, Map<number, Version[]>> = {
    deal: new Map(),
    organization: new Map(),
  };
  readonly #clock: SandboxClock;
  readonly #random: SeededRandom;

  constructor(deps: { readonly clock: SandboxClock; readonly random: SeededRandom }) {
    this.#clock = deps.clock;
    this.#random = deps.random;
  }

  /** Takes note of a change, to be found after the lag; a lag of null is never. */
  note(
    kind: IndexedKind,
    id: number,
    snapshot: Snapshot | null,
    lagMs: { min: number; max: number } | null,
  ): void {
    if (lagMs === null) return;
    const nowMs = this.#clock.nowMs();
    const visibleMs = nowMs + this.#random.int(lagMs.min, Math.max(lagMs.min, lagMs.max));
    const known = this.#versions[kind].get(id) ?? [];
    // Only the newest visible version is ever read again.
    const lastVisible = known.findLastIndex((version) => version.visibleMs <= nowMs);
    this.#versions[kind].set(id, [...known.slice(Math.max(0, lastVisible)), { visibleMs, snapshot }]);
  }

  /** All objects of a kind as the index sees them now. */
  *visible(kind: IndexedKind): Generator<readonly [id: number, snapshot: Snapshot]> {
    const nowMs = this.#clock.nowMs();
    for (const [id, versions] of this.#versions[kind]) {
      const newest = versions.findLast((version) => version.visibleMs <= nowMs);
      if (newest !== undefined && newest.snapshot !== null) yield [id, newest.snapshot];
    }
  }
}
