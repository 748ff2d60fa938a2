import { describe, expect, it } from "vitest";
import { catchUp, parseCron } from "./cron-schedule";

function at(text: string): Date {
  return new Date(text);
}

describe("parseCron", () => {
  it("counts in UTC without a zone, and in the zone with one, summer and winter", () => {
    expect(parseCron("0 6 * * *").nextAfter(at("2026-11-23T00:00:00Z"))).toEqual(at("2026-11-23T06:00:00Z"));
    const amsterdam = parseCron("TZ=Europe/Amsterdam 0 6 * * *");
    expect(amsterdam.nextAfter(at("2026-11-23T00:00:00Z"))).toEqual(at("2026-11-23T05:00:00Z"));
    expect(amsterdam.nextAfter(at("2026-07-23T00:00:00Z"))).toEqual(at("2026-07-23T04:00:00Z"));
  });

  it("gives ticks strictly after and before", () => {
    const minutely = parseCron("* * * * *");
    expect(minutely.nextAfter(at("2026-11-23T00:00:00Z"))).toEqual(at("2026-11-23T00:01:00Z"));
    expect(minutely.lastBefore(at("2026-11-23T00:01:00Z"))).toEqual(at("2026-11-23T00:00:00Z"));
  });

  it.each(["", "* * * *", "0 0 6 * * *", "61 * * * *", "TZ=Nowhere 0 6 * * *", "every day"])(
    "refuses %j",
    (text) => {
      expect(() => parseCron(text)).toThrow();
    },
  );
});

describe("catchUp", () => {
  const hourly = parseCron("0 * * * *");

  it("runs the tick that is due, and waits for the next", () => {
    expect(catchUp(hourly, at("2026-11-23T10:00:00Z"), at("2026-11-23T10:00:00.004Z"))).toEqual({
      run: at("2026-11-23T10:00:00Z"),
      next: at("2026-11-23T11:00:00Z"),
    });
  });

  it("runs the tick that falls on this very instant", () => {
    const instant = at("2026-11-23T10:00:00Z");
    expect(catchUp(hourly, instant, instant)).toEqual({ run: instant, next: at("2026-11-23T11:00:00Z") });
  });

  it("skips to the last of those missed in a stop", () => {
    expect(catchUp(hourly, at("2026-11-20T10:00:00Z"), at("2026-11-23T10:59:59Z"))).toEqual({
      run: at("2026-11-23T10:00:00Z"),
      next: at("2026-11-23T11:00:00Z"),
    });
  });
});
