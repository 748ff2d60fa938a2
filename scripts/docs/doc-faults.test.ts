import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { docFaults } from "./doc-faults";

describe("docFaults", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "docs-"));
    writeFileSync(path.join(folder, "other.md"), "# Two words, here\n");
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function faultsOf(text: string): string[] {
    const file = path.join(folder, "page.md");
    writeFileSync(file, text);
    return docFaults(file);
  }

  it("finds nothing wrong with links that lead somewhere", () => {
    expect(faultsOf("# Top\n[a](other.md#two-words-here) [b](#top) [c](https://example.com/none)\n")).toEqual(
      [],
    );
  });

  it.each([
    ["a missing file", "[a](missing.md)"],
    ["a missing picture", "![a](missing.png)"],
    ["a missing heading", "[a](other.md#three-words)"],
    ["a missing heading of its own", "[a](#nowhere)"],
    ["too many lines", "line\n".repeat(301)],
  ])("finds %s", (_what, text) => {
    expect(faultsOf(text)).toHaveLength(1);
  });

  it("does not take code for a link", () => {
    expect(faultsOf("`[a](missing.md)`\n```\n[b](missing.md)\n```\n")).toEqual([]);
  });
});
