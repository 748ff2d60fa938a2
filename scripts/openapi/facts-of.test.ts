import { describe, expect, it } from "vitest";

import { factsOf } from "./facts-of";

describe("what a schema says, line by line", () => {
  it("tells properties, types, words, bounds and what is required", () => {
    const schema = {
      type: "object",
      required: ["title"],
      additionalProperties: false,
      properties: {
        title: { type: "string", minLength: 1 },
        status: { type: "string", enum: ["open", "won"] },
        label_ids: { type: "array", items: { type: "integer" } },
      },
    };
    expect(factsOf("body", schema)).toEqual([
      "body: exists",
      "body: takes object",
      "body: refuses unknown properties",
      "body.title: is required",
      "body.title: exists",
      "body.title: takes string",
      "body.title: minLength 1",
      "body.status: exists",
      "body.status: takes string",
      'body.status: knows "open"',
      'body.status: knows "won"',
      "body.label_ids: exists",
      "body.label_ids: takes array",
      "body.label_ids[]: exists",
      "body.label_ids[]: takes integer",
    ]);
  });

  it("says the same of a nullable type however it is written", () => {
    const alternatives = { anyOf: [{ type: "string" }, { type: "null" }] };
    const lines = factsOf("x", { type: ["string", "null"] });
    expect(factsOf("x", alternatives).toSorted()).toEqual(lines.toSorted());
  });

  it("takes the range of safe integers for no bound", () => {
    const schema = { type: "integer", minimum: Number.MIN_SAFE_INTEGER, maximum: 100 };
    expect(factsOf("x", schema)).toEqual(["x: exists", "x: takes integer", "x: maximum 100"]);
  });

  it("tells an open object from one whose further properties have a shape", () => {
    expect(factsOf("x", { type: "object", additionalProperties: {} })).toContain(
      "x: takes unknown properties",
    );
    expect(factsOf("x", { type: "object" })).toContain("x: takes unknown properties");
    const shaped = { type: "object", additionalProperties: { type: "array" } };
    expect(factsOf("x", shaped)).toEqual(["x: exists", "x: takes object", "x.*: exists", "x.*: takes array"]);
  });
});
