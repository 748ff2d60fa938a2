import { describe, expect, it } from "vitest";
import { formatAmount, formatMoney, fractionDigits, sumAmounts } from "./format-money";

describe("formatAmount", () => {
  it.each([
    ["1234.5", "EUR", "1,234.50"],
    ["-80", "USD", "\u221280.00"],
    ["1250000", "JPY", "1,250,000"],
    ["12.345", "KWD", "12.345"],
    ["0.1250", "EUR", "0.125"],
    ["999999999999.99", "GBP", "999,999,999,999.99"],
    ["123456789012345678.91", "EUR", "123,456,789,012,345,678.91"],
  ])("shows %s %s as %s", (amount, currency, shown) => {
    expect(formatAmount({ amount, currency })).toBe(shown);
  });

  it("shows what is not a decimal as it came", () => {
    expect(formatAmount({ amount: "n/a", currency: "EUR" })).toBe("n/a");
  });
});

describe("fractionDigits", () => {
  it("falls back to two digits for a code that is not one", () => {
    expect(fractionDigits("euro")).toBe(2);
  });
});

describe("formatMoney", () => {
  it("puts the code after the amount", () => {
    expect(formatMoney({ amount: "5", currency: "CAD" })).toBe("5.00 CAD");
  });
});

describe("sumAmounts", () => {
  it("adds without the error of floats", () => {
    expect(sumAmounts(["0.1", "0.2", "999999999999.99"])).toBe("1000000000000.29");
  });

  it("is zero for nothing", () => {
    expect(sumAmounts([])).toBe("0");
  });
});
