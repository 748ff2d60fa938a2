import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reserveSlot } from "./gcra";
import type { Throttle } from "./gcra";

const throttles = fc.record({
  limit: fc.integer({ min: 1, max: 50 }),
  burst: fc.integer({ min: 0, max: 20 }),
  periodMs: fc.integer({ min: 1, max: 600 }).map((seconds) => seconds * 1_000),
});
const gaps = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 120 });

function startTimes(
  throttle: Throttle,
  gapsMs: readonly number[],
): { arrivedMs: number; startAtMs: number }[] {
  let nowMs = 1_790_000_000_000;
  let tatMs: number | null = null;
  return gapsMs.map((gapMs) => {
    nowMs += gapMs;
    const slot = reserveSlot(throttle, tatMs, nowMs);
    tatMs = slot.tatMs;
    return { arrivedMs: nowMs, startAtMs: slot.startAtMs };
  });
}

describe("reserveSlot", () => {
  it("lets limit + burst start at once from rest, and the next one spacing later", () => {
    const throttle = { limit: 2, burst: 1, periodMs: 2_000 };
    const starts = startTimes(throttle, [0, 0, 0, 0, 0]).map(
      ({ startAtMs }) => startAtMs - 1_790_000_000_000,
    );
    expect(starts).toEqual([0, 0, 0, 1_000, 2_000]);
  });

  it("never starts a run before it came, and keeps the order of arrival", () => {
    fc.assert(
      fc.property(throttles, gaps, (throttle, gapsMs) => {
        const starts = startTimes(throttle, gapsMs);
        for (const [index, { arrivedMs, startAtMs }] of starts.entries()) {
          expect(startAtMs).toBeGreaterThanOrEqual(arrivedMs);
          expect(startAtMs).toBeGreaterThanOrEqual(starts[index - 1]?.startAtMs ?? 0);
        }
      }),
    );
  });

  it("lets at most 2 × limit + burst start in any period", () => {
    fc.assert(
      fc.property(throttles, gaps, (throttle, gapsMs) => {
        const starts = startTimes(throttle, gapsMs).map(({ startAtMs }) => startAtMs);
        for (const from of starts) {
          const within = starts.filter((at) => at >= from && at < from + throttle.periodMs - 1);
          expect(within.length).toBeLessThanOrEqual(2 * throttle.limit + throttle.burst);
        }
      }),
    );
  });
});
