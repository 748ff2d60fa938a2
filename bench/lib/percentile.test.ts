import { describe, expect, it } from "vitest";

import { percentile } from "./percentile";

describe("percentile", () => {
  it("is the nearest rank, whatever the order", () => {
    expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2);
    expect(
      percentile(
        Array.from({ length: 100 }, (_, index) => 100 - index),
        0.95,
      ),
    ).toBe(95);
    expect(percentile([7], 0.01)).toBe(7);
  });

  it("is not a number where there are no values", () => {
    expect(percentile([], 0.5)).toBeNaN();
  });
});
