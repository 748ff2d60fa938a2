import { afterEach, describe, expect, it } from "vitest";

import { SandboxClock } from "./clock";

const NOON = Date.parse("2026-11-24T12:00:00Z");
const DAY_MS = 86_400_000;
const POLL = { timeout: 5000, interval: 5 };

const clocks: SandboxClock[] = [];

function frozenClock(): SandboxClock {
  const clock = runningClock();
  clock.freeze();
  clock.set(NOON);
  return clock;
}

function runningClock(): SandboxClock {
  const clock = new SandboxClock();
  clocks.push(clock);
  return clock;
}

afterEach(() => {
  for (const clock of clocks.splice(0)) clock.stop();
});

describe("the time", () => {
  it("is real time until it is moved, and runs on from where it was moved to", async () => {
    const clock = runningClock();
    expect(Math.abs(clock.nowMs() - Date.now())).toBeLessThan(5000);
    clock.advance(DAY_MS);
    expect(clock.nowMs() - Date.now()).toBeGreaterThan(DAY_MS - 5000);
    clock.set(NOON);
    expect(clock.nowMs()).toBeGreaterThanOrEqual(NOON);
    await expect.poll(() => clock.nowMs(), POLL).toBeGreaterThan(NOON);
  });

  it("stands still while frozen, moves only when moved, and runs on when thawed", async () => {
    const clock = frozenClock();
    const realMs = Date.now();
    await expect.poll(() => Date.now(), POLL).toBeGreaterThan(realMs + 5);
    expect(clock.nowMs()).toBe(NOON);
    clock.advance(-1000);
    expect(clock.nowMs()).toBe(NOON - 1000);
    expect(clock.isFrozen).toBe(true);
    clock.thaw();
    expect(clock.isFrozen).toBe(false);
    await expect.poll(() => clock.nowMs(), POLL).toBeGreaterThan(NOON - 1000);
    expect(clock.nowMs()).toBeLessThan(NOON + 60_000);
  });
});

describe("work that waits", () => {
  it("fires when the clock is moved over it, in due order, each seeing its own due time", () => {
    const clock = frozenClock();
    const seen: [string, number][] = [];
    const note = (name: string) => () => {
      seen.push([name, clock.nowMs() - NOON]);
    };
    clock.later(3000, note("third"));
    clock.later(1000, note("first"));
    clock.later(3000, note("fourth"));
    clock.later(2000, note("second"));
    clock.later(9000, note("too late"));
    clock.advance(999);
    expect(seen).toEqual([]);
    clock.advance(5000);
    expect(seen).toEqual([
      ["first", 1000],
      ["second", 2000],
      ["third", 3000],
      ["fourth", 3000],
    ]);
    expect(clock.nowMs()).toBe(NOON + 5999);
  });

  it("fires in the same move what earlier work put off to within it", () => {
    const clock = frozenClock();
    const seen: number[] = [];
    const tick = () => {
      seen.push(clock.nowMs() - NOON);
      clock.later(1000, tick);
    };
    clock.later(1000, tick);
    clock.advance(3500);
    expect(seen).toEqual([1000, 2000, 3000]);
  });

  it("fires by real time while the clock runs, and not at all while it is frozen", async () => {
    const clock = runningClock();
    const seen: string[] = [];
    clock.later(20, () => {
      seen.push("soon");
    });
    await expect.poll(() => seen, POLL).toEqual(["soon"]);
    clock.later(20, () => {
      seen.push("frozen out");
    });
    clock.freeze();
    const realMs = Date.now();
    await expect.poll(() => Date.now(), POLL).toBeGreaterThan(realMs + 100);
    expect(seen).toEqual(["soon"]);
    clock.thaw();
    await expect.poll(() => seen, POLL).toEqual(["soon", "frozen out"]);
  });

  it("waits longer than Node's timers can", () => {
    const clock = runningClock();
    const seen: string[] = [];
    clock.later(400 * DAY_MS, () => {
      seen.push("next year");
    });
    clock.advance(399 * DAY_MS);
    expect(seen).toEqual([]);
    clock.advance(DAY_MS);
    expect(seen).toEqual(["next year"]);
  });

  it("is forgotten when cancelled, and all of it when the clock is stopped", () => {
    const clock = frozenClock();
    const seen: string[] = [];
    const note = (name: string) => () => {
      seen.push(name);
    };
    const cancelled = clock.later(1000, note("cancelled"));
    clock.later(1000, note("kept"));
    cancelled.cancel();
    clock.advance(1000);
    expect(seen).toEqual(["kept"]);
    cancelled.cancel();
    clock.later(1000, note("stopped"));
    clock.stop();
    clock.later(1000, note("after the end")).cancel();
    clock.advance(5000);
    expect(seen).toEqual(["kept"]);
    expect(clock.nowMs()).toBe(NOON + 6000);
  });

  it("leaves the clock moved and the rest waiting when it fails", () => {
    const clock = frozenClock();
    const seen: string[] = [];
    clock.later(1000, () => {
      throw new RangeError("broken work");
    });
    clock.later(2000, () => {
      seen.push("the rest");
    });
    expect(() => {
      clock.advance(5000);
    }).toThrow("broken work");
    expect(clock.nowMs()).toBe(NOON + 5000);
    clock.advance(0);
    expect(seen).toEqual(["the rest"]);
  });
});
