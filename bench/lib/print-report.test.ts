import { describe, expect, it } from "vitest";

import { reportLines } from "./print-report";

describe("a printed report", () => {
  it("has its figures under each other, and says of each mark whether it holds", () => {
    const rows = [
      ["read", "1.5"],
      ["write", "10.25"],
    ];
    const marks = [
      { what: "memory", limit: 500, measured: 499.9, unit: "MiB" },
      { what: "median", limit: 2, measured: 2, unit: "ms" },
    ];
    expect(reportLines({ tables: [{ title: "Calls", head: ["call", "ms"], rows }], marks })).toEqual([
      "",
      "Calls",
      "call      ms",
      "-----  -----",
      "read     1.5",
      "write  10.25",
      "",
      "memory: 499.90 MiB, mark 500 MiB: holds",
      "median: 2.00 ms, mark 2 ms: DOES NOT HOLD",
    ]);
  });
});
