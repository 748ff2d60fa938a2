import { describe, expect, it } from "vitest";
import { nextStop } from "./use-list-keys";

describe("nextStop", () => {
  it.each([
    [-1, 1, 5, 0],
    [-1, -1, 5, 4],
    [0, 1, 5, 1],
    [4, 1, 5, 4],
    [0, -1, 5, 0],
  ] as const)("from %i by %i in %i goes to %i", (current, by, count, target) => {
    expect(nextStop(current, by, count)).toBe(target);
  });
});
