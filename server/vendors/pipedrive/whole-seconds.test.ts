import { describe, expect, it } from "vitest";
import { cutFraction, sinceFilter } from "./whole-seconds";

describe("times for Pipedrive", () => {
  it("have no fractions, which it refuses", () => {
    expect(sinceFilter(new Date("2026-11-20T10:11:12.987Z"))).toEqual({
      updated_since: "2026-11-20T10:11:12Z",
    });
    expect(cutFraction("2026-11-20T10:11:12.5Z")).toBe("2026-11-20T10:11:12Z");
    expect(cutFraction("2026-11-20T10:11:12.500+01:00")).toBe("2026-11-20T10:11:12+01:00");
    expect(cutFraction("2026-11-20T10:11:12Z")).toBe("2026-11-20T10:11:12Z");
  });

  it("are left out when there is none", () => {
    expect(sinceFilter(undefined)).toEqual({});
  });
});
