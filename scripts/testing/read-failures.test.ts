import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { readFailures } from "./read-failures";

describe("readFailures", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "failures-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function file(content: object): string {
    const name = path.join(folder, "result.json");
    writeFileSync(name, JSON.stringify(content));
    return name;
  }

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
    expect(readFailures("vitest", file({ testResults }))).toEqual([
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
    expect(readFailures("playwright", file({ suites, errors }))).toEqual([
      "The app did not start",
      "a.spec.ts:7 › goes not",
      "a.spec.ts:7 › breaks",
    ]);
  });

  it("has nothing to say of a check, or where no result was left", () => {
    expect(readFailures("check", "")).toEqual([]);
    expect(readFailures("playwright", path.join(folder, "nothing.json"))).toEqual([]);
  });
});
