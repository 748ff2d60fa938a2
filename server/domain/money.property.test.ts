import Big from "big.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactNumber, isSameAmount, normaliseAmount } from "./money";

const cents = fc.bigInt({ min: -99_999_999_999_999n, max: 99_999_999_999_999n });
const decimals = fc.integer({ min: 0, max: 3 });
const amount = fc
  .tuple(cents, decimals)
  .map(([units, places]) => new Big(units.toString()).div(new Big(10).pow(places)).toFixed(places));

describe("money", () => {
  it("keeps the sum when it normalises, and normalises once only", () => {
    fc.assert(
      fc.property(amount, (text) => {
        const once = normaliseAmount(text);
        expect(isSameAmount(once, text)).toBe(true);
        expect(normaliseAmount(once)).toBe(once);
      }),
    );
  });

  it("gives a number only when not a single digit is lost", () => {
    fc.assert(
      fc.property(amount, (text) => {
        const number = exactNumber(text);
        if (number !== null) expect(new Big(JSON.stringify(number)).eq(text)).toBe(true);
      }),
    );
  });

  it("carries every sum of up to 12 digits with 2 or 3 decimals", () => {
    const everyday = fc
      .tuple(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), fc.integer({ min: 0, max: 3 }))
      .map(([units, places]) => new Big(units).div(new Big(10).pow(places)).toFixed(places));
    fc.assert(fc.property(everyday, (text) => exactNumber(text) !== null));
  });

  it("refuses what a double would round", () => {
    expect(exactNumber("9007199254740993")).toBeNull();
    expect(exactNumber("0.1000000000000000000001")).toBeNull();
    expect(exactNumber("1e400")).toBeNull();
  });
});
