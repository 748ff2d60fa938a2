import { expect, it } from "vitest";

import type { SpecifiedOperation } from "./specification";
import { wrongCalls } from "./wrong-calls";

const operation: SpecifiedOperation = {
  id: "PATCH /api/v2/deals/{id}",
  cost: 5,
  scopes: [],
  query: [
    { name: "limit", isRequired: false, schema: { type: "integer" } },
    { name: "term", isRequired: true, schema: { type: "string" } },
  ],
  body: {
    type: "object",
    required: ["title"],
    properties: { title: { type: "string" }, probability: { type: ["number", "null"] } },
  },
  answers: new Map(),
};

it("spoils each parameter and property of a call in turn, and leaves alone what may be so", () => {
  const call = { path: "/api/v2/deals/1", query: { term: "A" }, body: { title: "A" } };
  expect(wrongCalls(operation, call).map(({ name }) => name)).toEqual([
    "query limit=nonsense",
    "query without term",
    "body title of another type",
    "body probability of another type",
    "body title: null",
    "body without title",
    "query unknown_one=1",
    "body unknown_one",
  ]);
});
