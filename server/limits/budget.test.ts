import { describe, expect, it } from "vitest";
import { learn, newBudget, nextMidnightUtc, pauseFor, readNotes } from "./budget";

const now = Date.UTC(2026, 10, 23, 10, 0, 0);
const midnight = Date.UTC(2026, 10, 24);

function answer(status: number, headers: Record<string, string> = {}) {
  return { status, headers: new Headers(headers) };
}

describe("readNotes", () => {
  it("reads Pipedrive's headers", () => {
    const headers = {
      "x-ratelimit-limit": "80",
      "x-daily-ratelimit-token-limit": "150000",
      "x-daily-ratelimit-token-remaining": "127320",
    };
    expect(readNotes(answer(200, headers))).toEqual({
      limit: 80,
      dailyLimit: 150_000,
      dailyRemaining: 127_320,
    });
  });

  it("takes nothing from headers that are missing, nonsense, or a limit of nothing", () => {
    const headers = { "x-ratelimit-limit": "0", "x-daily-ratelimit-token-remaining": "many" };
    expect(readNotes(answer(200, headers))).toEqual({});
  });
});

describe("pauseFor", () => {
  it("asks for none after a good answer", () => {
    expect(pauseFor(answer(200), now, 0, 0)).toBeUndefined();
  });

  it("waits for the window's reset, at least two seconds, and a little longer by chance", () => {
    expect(pauseFor(answer(429), now, 1, 0)).toEqual({ until: now + 2_000, reason: "burst" });
    expect(pauseFor(answer(429, { "x-ratelimit-reset": "5" }), now, 1, 0.5)?.until).toBe(now + 5_250);
  });

  it("waits twice as long each time in a row, up to an hour: then it asks whether the day has begun anew", () => {
    const waits = [1, 2, 3, 50].map((strikes) => (pauseFor(answer(429), now, strikes, 0)?.until ?? 0) - now);
    expect(waits).toEqual([2_000, 4_000, 8_000, 3_600_000]);
    expect(pauseFor(answer(429), now, 8, 0)?.reason).toBe("burst");
    expect(pauseFor(answer(429), now, 9, 0)?.reason).toBe("daily");
  });

  it("waits for midnight UTC when the daily budget is gone", () => {
    const headers = { "x-daily-ratelimit-token-remaining": "0" };
    expect(pauseFor(answer(429, headers), now, 1, 0)).toEqual({ until: midnight, reason: "daily" });
    expect(pauseFor(answer(200, headers), now, 0, 0)).toEqual({ until: midnight, reason: "daily" });
    expect(nextMidnightUtc(midnight)).toBe(midnight + 24 * 3600_000);
  });
});

describe("pauseFor, where the facts are silent", () => {
  it("takes a refusal with fewer tokens left than a call may cost for the end of the day", () => {
    const headers = { "x-daily-ratelimit-token-remaining": "3" };
    expect(pauseFor(answer(429, headers), now, 1, 0)).toEqual({ until: midnight, reason: "daily" });
    expect(pauseFor(answer(200, headers), now, 0, 0)).toBeUndefined();
  });

  it("leaves the firewall alone for two minutes", () => {
    const page = { "content-type": "text/html" };
    expect(pauseFor(answer(403, page), now, 0, 0)).toEqual({ until: now + 120_000, reason: "burst" });
    expect(pauseFor(answer(403), now, 0, 0)).toBeUndefined();
  });
});

describe("learn", () => {
  const fresh = newBudget("general", now);

  it("begins with the least any plan allows", () => {
    expect(fresh.limit).toBe(20);
    expect(newBudget("search", now).limit).toBe(10);
  });

  it("takes the vendor's limits over its own, and keeps what is not said", () => {
    const told = learn(fresh, { limit: 80, dailyLimit: 30_000, dailyRemaining: 9 }, now);
    expect(learn(told, { dailyRemaining: 4 }, now)).toMatchObject({
      limit: 80,
      dailyLimit: 30_000,
      dailyRemaining: 4,
    });
  });

  it("keeps the longer of two pauses", () => {
    const daily = learn(fresh, { pause: { until: midnight, reason: "daily" } }, now);
    const both = learn(daily, { pause: { until: now + 2_000, reason: "burst" } }, now);
    expect(both.pause).toEqual({ until: midnight, reason: "daily" });
  });

  it("forgets a pause that is over, and after midnight what was left of yesterday", () => {
    const daily = learn(fresh, { dailyRemaining: 0, pause: { until: midnight, reason: "daily" } }, now);
    expect(learn(daily, null, midnight - 1).pause).not.toBeNull();
    expect(learn(daily, null, midnight)).toMatchObject({ pause: null, dailyRemaining: null });
    const burst = learn(fresh, { dailyRemaining: 7, pause: { until: now + 1, reason: "burst" } }, now);
    expect(learn(burst, null, now + 1)).toMatchObject({ pause: null, dailyRemaining: 7 });
  });
});
