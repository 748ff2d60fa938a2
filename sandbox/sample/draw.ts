import { SeededRandom } from "../lib/random";

/** Weights summed up, from which an index can be drawn in proportion to its weight. */
export type Cumulative = readonly number[];

export function cumulate(weights: Iterable<number>): Cumulative {
  let sum = 0;
  return Array.from(weights, (weight) => (sum += weight));
}

/** Draws by which sample data is made: all from one seed. */
export class Draw {
  readonly #random: SeededRandom;

  constructor(seed: number) {
    this.#random = new SeededRandom(seed);
  }

  /** A whole number between `min` and `max`, both included. */
  int(min: number, max: number): number {
    return this.#random.int(min, max);
  }

  /** True in `share` of all cases. */
  chance(share: number): boolean {
    return this.#random.next() < share;
  }

  pick<T>(list: readonly T[]): T {
    const picked = list[this.#random.int(0, list.length - 1)];
    if (picked === undefined) throw new RangeError("There is nothing to pick from.");
    return picked;
  }

  /** An index, in proportion to the weights. */
  weighted(cumulative: Cumulative): number {
    const target = this.#random.next() * (cumulative.at(-1) ?? 0);
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulative[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** A number in [0, 1) that is rather small: `power` 1 is even, 2 and more lean towards 0. */
  leaning(power: number): number {
    return this.#random.next() ** power;
  }

  /** Log-normal, with this median. */
  logNormal(median: number, sigma: number): number {
    // Box and Muller; 1 - next() is never 0.
    const radius = Math.sqrt(-2 * Math.log(1 - this.#random.next()));
    return median * Math.exp(sigma * radius * Math.cos(2 * Math.PI * this.#random.next()));
  }

  /** The same values in an order of its own. */
  shuffled<T>(list: readonly T[]): T[] {
    const rows = list.map((value) => ({ value, place: this.#random.next() }));
    return rows.sort((left, right) => left.place - right.place).map(({ value }) => value);
  }
}
