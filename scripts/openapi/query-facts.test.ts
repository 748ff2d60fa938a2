import { expect, it } from "vitest";

import { queryFacts } from "./query-facts";

it("reads texts of digits as numbers, words for yes and no as booleans, and joined words as a list", () => {
  const properties = {
    limit: { type: "string", pattern: "^\\d+$", maximum: 500 },
    exact_match: { type: "string", enum: ["true", "false", "1", "0"] },
    include_fields: { type: "string", enum: ["a", "b", "a,b"] },
  };
  expect(queryFacts({ type: "object", required: ["limit"], properties })).toEqual([
    "query.limit: is required",
    "query.limit: exists",
    "query.limit: takes integer",
    "query.limit: maximum 500",
    "query.exact_match: exists",
    "query.exact_match: takes boolean",
    "query.include_fields: exists",
    "query.include_fields: takes string",
    'query.include_fields: knows "a"',
    'query.include_fields: knows "b"',
    "query.include_fields: takes a list",
  ]);
});
