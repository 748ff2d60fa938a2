import { describe, expect, it } from "vitest";

import { close } from "./close";
import { mistakesOf } from "./mistakes-of";

const deal = {
  type: "object",
  properties: {
    id: { type: "integer" },
    status: { type: "string", enum: ["open"] },
    due: { type: "string", format: "date" },
    custom_fields: { type: "object", additionalProperties: { type: "string" } },
  },
};
const rows = { type: "array", items: close(deal, { isComplete: true }) };
const good = { id: 1, status: "open", due: "2026-11-24", custom_fields: {} };

describe("mistakes of a value", () => {
  it("finds none in what fits", () => {
    expect(mistakesOf("data", rows, [good])).toEqual([]);
  });

  it("names the place, the same in every row", () => {
    expect(
      mistakesOf("data", rows, [
        { ...good, id: null },
        { ...good, id: null },
      ]),
    ).toEqual(["data[].id is null, not integer"]);
  });

  it("sees unknown properties, missing ones, other words, bad dates and custom fields", () => {
    const code = "0123456789abcdef0123456789abcdef01234567";
    const bad = { status: "shut", due: "24.11.2026", custom_fields: { [code]: 1 }, extra: 1 };
    expect(mistakesOf("data", rows, [bad]).toSorted()).toEqual([
      "data[] has extra, which is not known",
      "data[] lacks id",
      "data[].custom_fields.{code} is number, not string",
      'data[].due must match format "date"',
      'data[].status is "shut", which is not among the words',
    ]);
  });
});
