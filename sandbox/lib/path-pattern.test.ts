import { describe, expect, it } from "vitest";

import { isPathLike } from "./path-pattern";

describe("isPathLike", () => {
  it.each([
    ["/api/v2/deals", "/api/v2/deals", true],
    ["/api/v2/deals", "/api/v2/deals/1", false],
    ["/api/v2/deals*", "/api/v2/deals/1", true],
    ["/api/*/deals", "/api/v2/deals", true],
    ["/api/*/deals", "/api/v2/deals/1", false],
    ["*", "/anything", true],
    ["*/deals/*", "/api/v2/deals/1", true],
    ["*/deals/*/x", "/api/v2/deals/1/y", false],
    ["/a*a", "/a", false],
    ["/a**b", "/ab", true],
    ["/a*b*c", "/a-c-b-c", true],
    ["/a*b*c", "/a-c-b", false],
    ["/a.c", "/abc", false],
    ["*b*b", "/b", false],
  ])("%s and %s: %s", (pattern, path, isLike) => {
    expect(isPathLike(pattern, path)).toBe(isLike);
  });

  it("is done at once with any number of stars", () => {
    expect(isPathLike("*a".repeat(2_000), `${"a".repeat(5_000)}b`)).toBe(false);
  });
});
