import { describe, expect, it } from "vitest";
import { parseDurationMs } from "./duration";
import { readSleepEnd } from "./sleep-until";

describe("parseDurationMs", () => {
  it.each([
    ["1s", 1_000],
    ["90s", 90_000],
    ["1m30s", 90_000],
    ["1h30m", 5_400_000],
    ["1d12h", 129_600_000],
    ["2w", 1_209_600_000],
    ["0s", 0],
  ])("reads %s", (text, ms) => {
    expect(parseDurationMs(text)).toBe(ms);
  });

  it.each(["", "5", "s", "1.5h", "-1s", "1h 30m", "500ms", "1y", "1s ", "P1D"])(
    "does not read %j",
    (text) => {
      expect(parseDurationMs(text)).toBeNull();
    },
  );
});

describe("readSleepEnd", () => {
  const now = new Date("2026-11-23T12:00:00Z");

  it.each([
    ["1m30s", "2026-11-23T12:01:30.000Z"],
    ["2026-12-01T00:00:00.500Z", "2026-12-01T00:00:00.500Z"],
    ["2020-01-01T00:00:00Z", "2026-11-23T12:00:00.000Z"],
    ["", "2026-11-23T12:00:00.000Z"],
  ])("ends a sleep of %j at %s", (text, until) => {
    expect(readSleepEnd(text, now)).toEqual({ ok: true, until: new Date(until) });
  });

  it("refuses what is no time, and more than 366 days", () => {
    expect(readSleepEnd("tomorrow", now)).toMatchObject({ ok: false });
    expect(readSleepEnd("366d", now)).toMatchObject({ ok: true });
    expect(readSleepEnd("366d1s", now)).toMatchObject({ ok: false });
    expect(readSleepEnd("2030-01-01T00:00:00Z", now)).toMatchObject({ ok: false });
  });
});
