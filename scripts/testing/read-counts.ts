import { z } from "zod";

import { readJsonFile } from "../lib/json-file";

/** How a stage tells its counts. */
export type ResultFormat = "check" | "vitest" | "playwright";

/** How many tests passed and failed. */
export type Counts = { passed: number; failed: number };

const vitestSchema = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

function told(format: ResultFormat, file: string): Counts | undefined {
  if (format === "vitest") {
    const result = readJsonFile(file, vitestSchema);
    return result && { passed: result.numPassedTests, failed: result.numFailedTests };
  }
  const stats = readJsonFile(file, playwrightSchema)?.stats;
  return stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

/**
 * The counts of a stage that ended with `exitCode`. A check counts as one test. A suite that failed without a failed
 * test (it did not load, it printed nothing) counts as one failure, and so does one that ran no test at all: silence is
 * not success.
 */
export function readCounts(format: ResultFormat, file: string, exitCode: number): Counts {
  if (format === "check") return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const { passed, failed } = told(format, file) ?? { passed: 0, failed: 0 };
  const isSilentFailure = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: isSilentFailure ? 1 : failed };
}
