import { describe, expect, it } from "vitest";

import { customFieldsSchema } from "./custom-fields-schema";
import { requestMistakes } from "./request-mistakes";
import type { SpecifiedOperation } from "./specification";

const TEXT = "1".repeat(40);
const MONEY = "2".repeat(40);
const customFields = customFieldsSchema([
  { code: TEXT, type: "varchar" },
  { code: MONEY, type: "monetary" },
]);

const operation: SpecifiedOperation = {
  id: "POST /api/v2/deals",
  cost: 5,
  scopes: [],
  query: [
    { name: "limit", isRequired: false, schema: { type: "integer" } },
    { name: "exact", isRequired: true, schema: { type: "boolean" } },
  ],
  body: {
    type: "object",
    required: ["title"],
    properties: { title: { type: "string" }, custom_fields: { type: "object", additionalProperties: true } },
  },
  answers: new Map(),
};

function mistakes(query: string, body: object | null): string[] {
  const requestText = body === null ? "" : JSON.stringify(body);
  return requestMistakes(operation, { query: new URLSearchParams(query), requestText }, customFields);
}

describe("mistakes of a request", () => {
  it("finds none in what is specified", () => {
    const custom_fields = { [TEXT]: "8", [MONEY]: { value: 1.5, currency: "EUR" } };
    expect(mistakes("limit=5&exact=true", { title: "A", custom_fields })).toEqual([]);
    expect(mistakes("exact=false", { title: "A", custom_fields: { [TEXT]: null } })).toEqual([]);
  });

  it("sees parameters that are unknown, missing or of another type", () => {
    expect(mistakes("limit=many&page=2", { title: "A" })).toEqual([
      "query lacks exact",
      "query.limit is string, not integer",
      "query has page, which is not known",
    ]);
  });

  it("sees bodies that are missing, incomplete or have unknown properties", () => {
    expect(mistakes("exact=true", null)).toEqual(["body is missing"]);
    expect(mistakes("exact=true", { name: "A" }).toSorted()).toEqual([
      "body has name, which is not known",
      "body lacks title",
    ]);
  });

  it("checks custom fields by their types, and knows no other codes", () => {
    const unknown = "3".repeat(40);
    const custom_fields = { [TEXT]: 8, [MONEY]: { value: "1.50" }, [unknown]: "x" };
    expect(mistakes("exact=true", { title: "A", custom_fields }).toSorted()).toEqual([
      `body.custom_fields has ${unknown}, which is not known`,
      "body.custom_fields.{code} is number, not string or null",
      "body.custom_fields.{code} lacks currency",
      "body.custom_fields.{code}.value is string, not number",
    ]);
  });
});
