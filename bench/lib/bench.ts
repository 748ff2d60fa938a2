/** A figure that is to stay under a mark. */
export interface Mark {
  readonly what: string;
  readonly limit: number;
  readonly measured: number;
  readonly unit: string;
}

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  /** The first column is text, the others are figures. */
  readonly rows: readonly (readonly string[])[];
}

/** What a benchmark found. */
export interface Report {
  readonly tables: readonly Table[];
  readonly marks: readonly Mark[];
}

/** Given to each benchmark: what must be given back when the run ends, however it ends. */
export interface BenchContext {
  readonly keep: <T>(making: Promise<T>, giveBack: (made: T) => Promise<void>) => Promise<T>;
  readonly say: (line: string) => void;
}

/** One benchmark: a file `bench/<name>.bench.ts` that exports it as `bench`. */
export interface Bench {
  readonly name: string;
  readonly about: string;
  run(context: BenchContext): Promise<Report>;
}
