import { describe, expect, it } from "vitest";
import { formatDay, formatDuration, formatInstant, formatRelative } from "./format-time";

const now = Date.UTC(2026, 10, 23, 12, 0, 0);
const ago = (ms: number) => new Date(now - ms);

describe("formatRelative", () => {
  it.each([
    [0, "just now"],
    [12_000, "12 s ago"],
    [59_999, "59 s ago"],
    [60_000, "1 min ago"],
    [3_600_000, "1 h ago"],
    [86_400_000 * 3, "3 d ago"],
    [86_400_000 * 40, "14 Oct 2026"],
    [-90_000, "in 1 min"],
  ])("%i ms ago is %s", (ageMs, shown) => {
    expect(formatRelative(ago(ageMs), now)).toBe(shown);
  });
});

describe("formatDuration", () => {
  it.each([
    [84.6, "85 ms"],
    [1400, "1.4 s"],
    [42_000, "42 s"],
    [200_000, "3 min 20 s"],
    [7_500_000, "2 h 5 min"],
    [172_800_000, "2 d"],
  ])("%d ms is %s", (ms, shown) => {
    expect(formatDuration(ms)).toBe(shown);
  });
});

describe("formatDay", () => {
  it("does not move across zones", () => {
    expect(formatDay("2026-11-01")).toBe("1 Nov 2026");
  });

  it("shows what is not a date as it came", () => {
    expect(formatDay("soon")).toBe("soon");
  });
});

describe("formatInstant", () => {
  it("names the zone", () => {
    expect(formatInstant(ago(0), "UTC")).toBe("23 Nov 2026, 12:00:00 UTC");
  });
});
