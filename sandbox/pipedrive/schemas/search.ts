import { z } from "zod";

import { booleanText, integerText, wordList } from "./common";

// Whether more than 100 is refused for all searches is a switch (facts §4).
const paging = {
  limit: integerText.refine((limit) => limit >= 1 && limit <= 500, "must be between 1 and 500").default(100),
  cursor: z.string().optional(),
};
const term = z.string().min(1);
const exact = { exact_match: booleanText.default(false) };

function longEnough(query: { readonly term: string; readonly exact_match: boolean }): boolean {
  return query.exact_match || query.term.length >= 2;
}

const TOO_SHORT = { error: "must be at least 2 characters long", path: ["term"] };

export const organizationSearchQuery = z
  .strictObject({
    term,
    fields: wordList(["address", "custom_fields", "notes", "name"]).optional(),
    ...exact,
    ...paging,
  })
  .refine(longEnough, TOO_SHORT);

export const personSearchQuery = z
  .strictObject({
    term,
    fields: wordList(["custom_fields", "email", "notes", "phone", "name"]).optional(),
    ...exact,
    organization_id: integerText.optional(),
    include_fields: wordList(["person.picture"]).optional(),
    ...paging,
  })
  .refine(longEnough, TOO_SHORT);

export const dealSearchQuery = z
  .strictObject({
    term,
    fields: wordList(["custom_fields", "notes", "title"]).optional(),
    ...exact,
    person_id: integerText.optional(),
    organization_id: integerText.optional(),
    status: z.enum(["open", "won", "lost"]).optional(),
    include_fields: wordList(["deal.cc_email"]).optional(),
    ...paging,
  })
  .refine(longEnough, TOO_SHORT);

export const itemSearchQuery = z
  .strictObject({
    term,
    item_types: wordList([
      "deal",
      "person",
      "organization",
      "product",
      "lead",
      "file",
      "mail_attachment",
      "project",
    ]).optional(),
    fields: wordList([
      "address",
      "code",
      "custom_fields",
      "email",
      "name",
      "notes",
      "phone",
      "title",
      "description",
    ]).optional(),
    search_for_related_items: booleanText.default(false),
    ...exact,
    include_fields: wordList(["deal.cc_email", "person.picture", "product.price"]).optional(),
    ...paging,
  })
  .refine(longEnough, TOO_SHORT);

export const itemSearchFieldQuery = z.strictObject({
  term,
  entity_type: z.enum(["deal", "lead", "person", "organization", "product", "project"]),
  match: z.enum(["exact", "beginning", "middle"]).default("exact"),
  field: z.string(),
  ...paging,
});
