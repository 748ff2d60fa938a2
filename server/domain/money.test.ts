import { describe, expect, it } from "vitest";
import { writeAmount } from "./money";

describe("writeAmount", () => {
  it.each([
    [1500, "EUR", "1500.00"],
    [0, "USD", "0.00"],
    [99.9, "EUR", "99.90"],
    [1500, "JPY", "1500"],
    [12.5, "KWD", "12.500"],
    [0.125, "EUR", "0.125"],
    [-7, "GBP", "-7.00"],
    [5, "POINTS", "5.00"],
    [123456789012.34, "EUR", "123456789012.34"],
  ])("%d %s", (amount, currency, text) => {
    expect(writeAmount(amount, currency)).toBe(text);
  });
});
