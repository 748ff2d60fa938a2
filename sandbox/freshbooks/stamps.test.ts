import { describe, expect, it } from "vitest";

import { easternDayStart, easternStamp, utcStamp } from "./stamps";

describe("Eastern stamps", () => {
  it.each([
    ["before the clocks go forward", "2027-03-14T06:59:59Z", "2027-03-14 01:59:59"],
    ["after the clocks went forward", "2027-03-14T07:00:00Z", "2027-03-14 03:00:00"],
    ["in the hour that comes twice, first time", "2026-11-01T05:30:00Z", "2026-11-01 01:30:00"],
    ["in the hour that comes twice, second time", "2026-11-01T06:30:00Z", "2026-11-01 01:30:00"],
    ["the day before in New York", "2027-07-01T03:30:00Z", "2027-06-30 23:30:00"],
  ])("are right %s", (_when, instant, stamp) => {
    expect(easternStamp(Date.parse(instant))).toBe(stamp);
    expect(utcStamp(Date.parse(instant))).toBe(instant.slice(0, 19).replace("T", " "));
  });

  it.each([
    ["2027-03-14", "2027-03-14T05:00:00Z"],
    ["2027-03-15", "2027-03-15T04:00:00Z"],
    ["2026-11-01", "2026-11-01T04:00:00Z"],
    ["2026-11-02", "2026-11-02T05:00:00Z"],
  ])("begin the day %s at %s", (date, instant) => {
    expect(easternDayStart(date)).toBe(Date.parse(instant));
    expect(easternStamp(Date.parse(instant))).toBe(`${date} 00:00:00`);
  });

  it.each(["", "yesterday", "2026-13-01", "2026-11-01 10:00:00"])("know no day %j", (text) => {
    expect(easternDayStart(text)).toBeUndefined();
  });
});
