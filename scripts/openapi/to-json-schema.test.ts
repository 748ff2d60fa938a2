import { describe, expect, it } from "vitest";

import { toJsonSchema } from "./to-json-schema";

describe("an OpenAPI 3.0 schema as JSON Schema", () => {
  it("says nullable as a type, and among the words", () => {
    const schema = { type: "string", nullable: true, enum: ["open", "won"] };
    expect(toJsonSchema(schema)).toEqual({ type: ["string", "null"], enum: ["open", "won", null] });
  });

  it("says nullable without a type as an alternative", () => {
    const schema = { nullable: true, oneOf: [{ type: "integer" }, { type: "string" }] };
    expect(toJsonSchema(schema)).toEqual({
      anyOf: [{ oneOf: [{ type: "integer" }, { type: "string" }] }, { type: "null" }],
    });
  });

  it("leaves what is not nullable as it is", () => {
    expect(toJsonSchema({ type: "integer", nullable: false })).toEqual({ type: "integer" });
  });

  it("gives an exclusive bound in place of its flag", () => {
    expect(toJsonSchema({ type: "number", minimum: 0, exclusiveMinimum: true, maximum: 5 })).toEqual({
      type: "number",
      exclusiveMinimum: 0,
      maximum: 5,
    });
  });

  it("joins the parts of allOf, those within it too", () => {
    const schema = {
      title: "Answer",
      allOf: [
        { type: "object", required: ["success"], properties: { success: { type: "boolean" } } },
        { allOf: [{ type: "object", properties: { data: { type: "string", nullable: true } } }] },
      ],
    };
    expect(toJsonSchema(schema)).toMatchObject({
      type: "object",
      required: ["success"],
      properties: { success: { type: "boolean" }, data: { type: ["string", "null"] } },
    });
    expect(toJsonSchema(schema)).not.toHaveProperty("allOf");
  });

  it("joins a property that two parts of allOf both name", () => {
    const part = (name: string) => ({
      type: "object",
      properties: { data: { type: "object", properties: { [name]: { type: "string" } } } },
    });
    expect(toJsonSchema({ allOf: [part("one"), part("other")] })).toMatchObject({
      properties: { data: { properties: { one: { type: "string" }, other: { type: "string" } } } },
    });
  });

  it("goes into items, properties and further properties", () => {
    const part = { type: "integer", nullable: true };
    const schema = {
      type: "object",
      properties: { ids: { type: "array", items: part } },
      additionalProperties: part,
    };
    expect(toJsonSchema(schema)).toMatchObject({
      properties: { ids: { items: { type: ["integer", "null"] } } },
      additionalProperties: { type: ["integer", "null"] },
    });
  });
});
