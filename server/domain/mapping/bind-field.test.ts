import { describe, expect, it } from "vitest";
import { bindOptions, findField } from "./bind-field";
import type { FieldSpec } from "./field-specs";

const spec: FieldSpec = {
  entity: "deal",
  purpose: "state",
  name: "FreshBooks status",
  type: "enum",
  options: [
    { value: "sent", label: "Sent" },
    { value: "paid", label: "Paid" },
  ],
};
const field = (code: string, more: object = {}) => {
  return { code, name: "FreshBooks status", type: "enum", isCustom: true, options: [], ...more };
};

describe("findField", () => {
  it("prefers the stored code, whatever the field is called now", () => {
    const fields = [field("b"), field("a", { name: "Renamed" })];
    expect(findField(spec, fields, { code: "a", options: {} })?.code).toBe("a");
  });

  it("falls back to the exact name and type of a custom field", () => {
    const fields = [
      field("built-in", { isCustom: false }),
      field("text", { type: "varchar" }),
      field("longer", { name: "FreshBooks status 2" }),
      field("right"),
    ];
    expect(findField(spec, fields, { code: "deleted", options: {} })?.code).toBe("right");
    expect(findField(spec, fields.slice(0, 3), null)).toBeNull();
  });
});

describe("bindOptions", () => {
  it("keeps stored options that live, finds the others by label, names what is missing", () => {
    const options = [
      { id: 7, label: "Verschickt" },
      { id: 9, label: "Sent" },
    ];
    expect(bindOptions(spec, options, { code: "a", options: { sent: 7, paid: 8 } })).toEqual({
      bound: { sent: 7 },
      missing: ["Paid"],
    });
    expect(bindOptions(spec, options, null)).toEqual({ bound: { sent: 9 }, missing: ["Paid"] });
  });
});
