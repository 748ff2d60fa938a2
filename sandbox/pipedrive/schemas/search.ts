import { z } from "zod";

import { booleanText, integerText, wordList } from "./common";

const ORGANIZATION_PARTS = ["name", "address", "notes", "custom_fields"];

// The specification allows 500, but more than 100 was seen refused (facts §4).
const paging = {
  limit: integerText.refine((limit) => limit >= 1 && limit <= 100, "must be between 1 and 100").default(100),
  cursor: z.string().optional(),
};

export const organizationSearchQuery = z
  .strictObject({
    term: z.string().min(1),
    fields: wordList(ORGANIZATION_PARTS).default(ORGANIZATION_PARTS),
    exact_match: booleanText.default(false),
    ...paging,
  })
  .refine((query) => query.exact_match || query.term.length >= 2, {
    error: "must be at least 2 characters long",
    path: ["term"],
  });

export const itemSearchFieldQuery = z.strictObject({
  term: z.string().min(1),
  entity_type: z.enum(["deal", "organization"]),
  match: z.enum(["exact", "beginning", "middle"]).default("exact"),
  field: z.string(),
  ...paging,
});
