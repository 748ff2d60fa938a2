import { describe, expect, it } from "vitest";
import { addMs } from "../../lib/clock";
import { tokenExpiry, tokenPattern } from "./token-grant";

const now = new Date("2026-11-23T10:00:00Z");
const hour = 3600_000;

describe("tokenExpiry", () => {
  it.each([
    ["counts from when it was issued", -5_000, 12 * hour - 5_000],
    ["never passes its lifetime from now, whatever the vendor's clock says", hour, 12 * hour],
    ["believes a token just issued for ten minutes, however old its grant", -13 * hour, 10 * 60_000],
  ])("%s", (_what, issuedAfterMs, endsAfterMs) => {
    expect(tokenExpiry(now, addMs(now, issuedAfterMs), 12 * 3600)).toEqual(addMs(now, endsAfterMs));
  });

  it("believes a short token no longer than it says", () => {
    expect(tokenExpiry(now, addMs(now, -hour), 60)).toEqual(addMs(now, 60_000));
  });
});

describe("tokenPattern", () => {
  it("lets no token through that fetch would quote in an error", () => {
    expect(tokenPattern.test("v1u:AQIBA+/=")).toBe(true);
    for (const bad of ["", "a b", "a\nb", "ä", "x".repeat(8193)]) expect(tokenPattern.test(bad)).toBe(false);
  });
});
