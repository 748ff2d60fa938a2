import { describe, expect, it } from "vitest";
import { showPlain } from "./plan/desired";
import { showMonetary } from "./plan/show";
import { compareSides } from "./truth";

const value = { label: "Value", key: "value", value: 1200.5, because: "b", show: showPlain };
const money = { value: 10, currency: "EUR" };
const paid = {
  label: "FreshBooks paid",
  key: "custom_fields.a",
  value: money,
  because: "b",
  show: showMonetary,
};

describe("compareSides", () => {
  it("puts both sides next to each other in the words of each field", () => {
    const held = { value: 1000, "custom_fields.a": { ...money, label: "more than was sent" } };
    expect(compareSides([value, paid], held)).toEqual([
      {
        label: "Value",
        source: "invoice.amount",
        ledger: "1200.5",
        target: "value",
        pipeline: "1000",
        isSame: false,
        because: "b",
      },
      {
        label: "FreshBooks paid",
        source: "invoice.paid",
        ledger: "10.00 EUR",
        target: "custom_fields.a",
        pipeline: "10.00 EUR",
        isSame: true,
        because: "b",
      },
    ]);
  });

  it("shows an empty right side as long as nothing was written", () => {
    const [line] = compareSides([value], null);
    expect(line).toMatchObject({ pipeline: null, isSame: false });
  });
});
