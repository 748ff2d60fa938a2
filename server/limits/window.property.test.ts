import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newBudget } from "./budget";
import { takeCalls, usedAt } from "./window";
import type { Window } from "./window";

type Sent = { at: number; calls: number };

/** Takes at the given instants and notes each call at the last instant it may be sent, or at the first. */
function run(limit: number, asks: readonly (readonly [gapMs: number, wanted: number])[]) {
  let window: Window = { ...newBudget("general", 0), limit };
  let now = 1_000_000;
  const early: Sent[] = [];
  const late: Sent[] = [];
  for (const [gapMs, wanted] of asks) {
    now += gapMs;
    const taken = takeCalls(window, now, wanted);
    window = taken.window;
    early.push({ at: now, calls: taken.count });
    late.push({ at: taken.usableUntil - 1, calls: taken.count });
  }
  return { window, early, late };
}

/** The most calls in any two seconds. */
function busiest(sent: readonly Sent[]): number {
  const sums = sent.map(({ at }) =>
    sent
      .filter((other) => other.at >= at && other.at < at + 2_000)
      .reduce((sum, { calls }) => sum + calls, 0),
  );
  return Math.max(0, ...sums);
}

const limits = fc.integer({ min: 1, max: 480 });
const asks = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 60 })), {
  maxLength: 120,
});

describe("takeCalls", () => {
  it("never gives out more than the limit for any two seconds, however late the calls are sent", () => {
    fc.assert(
      fc.property(limits, asks, (limit, sequence) => {
        const { early, late } = run(limit, sequence);
        expect(busiest([...early])).toBeLessThanOrEqual(limit);
        expect(busiest([...late])).toBeLessThanOrEqual(limit);
        const mixed = early.map((sent, index) => (index % 2 === 0 ? sent : (late[index] ?? sent)));
        expect(busiest(mixed)).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 300 },
    );
  });

  it("gives a call after exactly the wait it names, and none a slot earlier", () => {
    fc.assert(
      fc.property(limits, asks, (limit, sequence) => {
        const { window, early } = run(limit, [...sequence, [0, 1000]]);
        const now = early.at(-1)?.at ?? 0;
        const full = takeCalls(window, now, 1);
        expect(full.count).toBe(0);
        expect(takeCalls(window, now + full.waitMs, 1).count).toBeGreaterThan(0);
        expect(takeCalls(window, now + full.waitMs - 1, 1).count).toBe(0);
      }),
    );
  });

  it("uses at least 95 of 100 calls that the limit allows when there is always work", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 480 }), (limit) => {
        let window: Window = { ...newBudget("general", 0), limit };
        let now = 1_000_000;
        let given = 0;
        const end = now + 60_000;
        while (now < end) {
          const taken = takeCalls(window, now, 50);
          window = taken.window;
          given += taken.count;
          now += taken.count > 0 ? 1 : taken.waitMs;
        }
        expect(given / (limit * 30)).toBeGreaterThanOrEqual(0.95);
      }),
      { numRuns: 20 },
    );
  });

  it("is empty again after the window, and bears a clock that steps back", () => {
    const { window, early } = run(20, [[0, 20]]);
    const now = early[0]?.at ?? 0;
    expect(usedAt(window, now + 2_100)).toBe(0);
    expect(takeCalls(window, now - 10_000, 1).count).toBe(0);
  });
});
