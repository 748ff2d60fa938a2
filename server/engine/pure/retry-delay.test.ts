import { describe, expect, it } from "vitest";
import { defaultRetryDelaysMs, retryAfterMs, retryDelayMs } from "./retry-delay";

describe("retryDelayMs", () => {
  const table = { delaysMs: defaultRetryDelaysMs, jitterMs: 0 };

  it("follows the real server's table, and stays at its last row", () => {
    const minutes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 19].map(
      (attempt) => retryDelayMs(table, attempt, 0) / 60_000,
    );
    expect(minutes).toEqual([0.25, 0.5, 1, 2, 5, 10, 20, 40, 60, 120, 120, 120]);
  });

  it("adds less than the jitter", () => {
    expect(retryDelayMs({ delaysMs: [100], jitterMs: 50 }, 0, 0.999)).toBe(149);
    expect(retryDelayMs({ delaysMs: [], jitterMs: 0 }, 0, 0.5)).toBe(0);
  });
});

describe("retryAfterMs", () => {
  const now = new Date("2026-11-23T12:00:00Z");

  it.each([
    ["5", 5_000],
    ["0", 1_000],
    ["999999", 86_400_000],
    ["2026-11-23T12:00:30.000Z", 30_000],
    ["2026-11-23T11:00:00.000Z", 1_000],
  ])("reads %s within a second and a day", (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  it.each([null, "", "soon"])("leaves %j to the table", (header) => {
    expect(retryAfterMs(header, now)).toBeNull();
  });
});
