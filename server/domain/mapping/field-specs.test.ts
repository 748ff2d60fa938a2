import { describe, expect, it } from "vitest";
import { fieldSpecs } from "./field-specs";
import { dealPurposes, organizationPurposes } from "./rules";

describe("fieldSpecs", () => {
  it("make exactly one field for every purpose, and no two of the same name", () => {
    const purposes = (entity: string) =>
      fieldSpecs.filter((spec) => spec.entity === entity).map(({ purpose }) => purpose);
    expect(purposes("deal")).toEqual([...dealPurposes]);
    expect(purposes("organization")).toEqual([...organizationPurposes]);
    expect(new Set(fieldSpecs.map(({ name }) => name)).size).toBe(fieldSpecs.length);
  });
});
