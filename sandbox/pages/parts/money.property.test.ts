import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { formatMilli, toMilli } from "./money";

describe("amounts", () => {
  it.each([
    ["1500.00", "EUR", "1,500.00"],
    ["0.1", "EUR", "0.10"],
    ["-12.30", "USD", "−12.30"],
    ["1500", "JPY", "1,500"],
    ["12.345", "KWD", "12.345"],
    ["12.345", "EUR", "12.345"],
    ["999999999999.99", "USD", "999,999,999,999.99"],
    ["0.00", "USD", "0.00"],
  ])("%s %s is written %s", (text, code, written) => {
    expect(formatMilli(toMilli(text), code)).toBe(written);
  });

  it("lose nothing between text and thousandths", () => {
    const milli = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    fc.assert(
      fc.property(milli, (value) => {
        const written = formatMilli(value, "KWD").replaceAll(",", "").replace("−", "-");
        expect(toMilli(written)).toBe(value);
      }),
      { seed: 7 },
    );
  });
});
