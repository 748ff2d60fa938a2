import { describe, expect, it } from "vitest";
import { dateInZone } from "./business-day";

describe("dateInZone", () => {
  const lateEvening = new Date("2026-11-24T03:30:00Z");

  it.each([
    ["America/New_York", "2026-11-23"],
    ["Europe/Berlin", "2026-11-24"],
    ["Pacific/Kiritimati", "2026-11-24"],
    ["Not/AZone", "2026-11-24"],
    [null, "2026-11-24"],
  ])("%s", (zone, date) => {
    expect(dateInZone(lateEvening, zone)).toBe(date);
  });

  it("keeps the day over the hour that a clock change repeats", () => {
    expect(dateInZone(new Date("2026-11-01T05:30:00Z"), "America/New_York")).toBe("2026-11-01");
    expect(dateInZone(new Date("2026-11-01T06:30:00Z"), "America/New_York")).toBe("2026-11-01");
  });
});
