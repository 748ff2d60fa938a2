/** A difference that is expected, and why. */
export interface Deviation {
  /** Of which operations, such as `PATCH /api/v2/deals/{id}`. */
  readonly operation: RegExp;
  /** The line, or lines, that it explains. */
  readonly line: RegExp;
  /** Why the stand-in is right to differ, with the place in the fact sheet that says so. */
  readonly because: string;
}

/** One deviation for each of these names, so that each has to occur. */
export function each(names: readonly string[], deviation: (name: string) => Deviation): Deviation[] {
  return names.map(deviation);
}

/** Tells expected differences from others, and remembers which of the expected ones occurred. */
export interface Judge {
  /** The lines that no deviation explains. */
  unexplained(operation: string, lines: readonly string[]): string[];
  /** Expected, but never seen: the table is out of date. */
  unused(): readonly Deviation[];
}

/** A judge by this table. */
export function createJudge(deviations: readonly Deviation[]): Judge {
  const used = new Set<Deviation>();
  const explains = (deviation: Deviation, operation: string, line: string) => {
    const does = deviation.operation.test(operation) && deviation.line.test(line);
    if (does) used.add(deviation);
    return does;
  };
  return {
    unexplained: (operation, lines) =>
      // Every entry is asked, so that two that explain the same line both count as seen.
      lines.filter((line) => deviations.filter((one) => explains(one, operation, line)).length === 0),
    unused: () => deviations.filter((deviation) => !used.has(deviation)),
  };
}
