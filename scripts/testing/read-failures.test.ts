import { describe, expect, it } from "vitest";

import { readFailures } from "./read-failures";
import { useResultFolder } from "./result-file";

describe("readFailures", () => {
  const results = useResultFolder();

  it("names each failed test of vitest, and the file that did not load", () => {
    const testResults = [
      {
        name: "a.test.ts",
        status: "failed",
        assertionResults: [
          { fullName: "a works", status: "passed" },
          { fullName: "a fails", status: "failed" },
        ],
      },
      { name: "b.test.ts", status: "failed", message: "Cannot find x\nat y", assertionResults: [] },
    ];
    expect(readFailures("vitest", results.write({ testResults }))).toEqual([
      "a.test.ts › a fails",
      "b.test.ts: Cannot find x",
    ]);
  });

  it("names each failed test of Playwright, however deep, and what stopped the run", () => {
    const spec = (title: string, ok: boolean) => ({ title, file: "a.spec.ts", line: 7, ok });
    const suites = [
      { specs: [spec("goes", true)], suites: [{ specs: [spec("goes not", false)] }] },
      { specs: [spec("breaks", false)], suites: [] },
    ];
    const errors = [{ message: "The app did not start\nat z" }];
    expect(readFailures("playwright", results.write({ suites, errors }))).toEqual([
      "The app did not start",
      "a.spec.ts:7 › goes not",
      "a.spec.ts:7 › breaks",
    ]);
  });

  it("has nothing to say of a check, or where no result was left", () => {
    expect(readFailures("check", "")).toEqual([]);
    expect(readFailures("playwright", results.missing())).toEqual([]);
  });
});
