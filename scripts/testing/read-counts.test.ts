import { describe, expect, it } from "vitest";

import { readCounts } from "./read-counts";
import { useResultFolder } from "./result-file";

describe("readCounts", () => {
  const results = useResultFolder();

  it("counts a check as one test", () => {
    expect(readCounts("check", "", 0)).toEqual({ passed: 1, failed: 0 });
    expect(readCounts("check", "", 2)).toEqual({ passed: 0, failed: 1 });
  });

  it("reads what vitest and Playwright tell", () => {
    expect(readCounts("vitest", results.write({ numPassedTests: 7, numFailedTests: 2 }), 1)).toEqual({
      passed: 7,
      failed: 2,
    });
    const stats = { expected: 3, unexpected: 1, flaky: 1 };
    expect(readCounts("playwright", results.write({ stats }), 1)).toEqual({ passed: 3, failed: 2 });
  });

  it.each([
    ["ran no test", { numPassedTests: 0, numFailedTests: 0 }, 0],
    ["failed to load one file", { numPassedTests: 5, numFailedTests: 0 }, 1],
  ])("takes a suite that %s for a failure", (_what, result, exitCode) => {
    expect(readCounts("vitest", results.write(result), exitCode).failed).toBe(1);
  });

  it("takes a suite that left no result for a failure", () => {
    expect(readCounts("vitest", results.missing(), 0)).toEqual({ passed: 0, failed: 1 });
  });
});
