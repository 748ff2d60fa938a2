import type { Deviation } from "./deviations";

const ANY = /^/;
const FIELDS = /\/(deal|organization)Fields/;

/**
 * Where the sandbox takes more or less than the OpenAPI files say. The facts are those of `facts/pipedrive.md`. What is
 * marked "stricter than known" has no source: the sandbox refuses where Pipedrive may refuse.
 */
export const operationDeviations: readonly Deviation[] = [
  {
    operation: ANY,
    line: /^sandbox only: (query|body[\w.[\]]*): refuses unknown properties$/,
    because: "unknown keys and parameters are answered with a 400 (§3.2, live); the files leave objects open",
  },
  {
    operation: ANY,
    line: /^sandbox only: query\.(ids|updated_since|updated_until): has a pattern$/,
    because: "comma-separated ids, RFC 3339 in whole seconds (§3.2): the files say so in prose",
  },
  {
    operation: ANY,
    line: /^sandbox only: query\.\w+: takes a list$/,
    because: "the files type a single word where their prose allows a list with commas (§13.6)",
  },
  {
    operation: ANY,
    line: /^sandbox only: query\.limit: (minimum|maximum) \d+$/,
    because: "at most 500 (§3.2), 100 in searches (§4): the files say so in prose",
  },
  {
    operation: /(S|s)earch/,
    line: /^sandbox only: query\.term: minLength 1$/,
    because: "two characters, or one with `exact_match` (§4): the files say so in prose",
  },
  {
    operation: /(POST|PATCH) \/api\/v2\/(deals|organizations|persons)/,
    line: /^sandbox only: body\.visible_to: knows [1357]$/,
    because: "one of four groups (§5): the files say so in prose",
  },
  {
    operation: /(POST|PATCH) \/api\/v2\/(deals|organizations)/,
    line: /^sandbox only: body\.(add_time|archive_time|close_time|won_time|lost_time): has a pattern$/,
    because: "times as v2 and v1 write them (§3.3, §5): the files say so in prose",
  },
  {
    operation: /\/api\/v2\/deals/,
    line: /^sandbox only: body\.status: knows "(open|won|lost)"$/,
    because: "the states of a deal (§5); `deleted` is not written but done by DELETE (§3.3)",
  },
  {
    operation: /\/api\/v2\/(deals|stages)/,
    line: /^sandbox only: body\.(deal_)?probability: (minimum 0|maximum 100)$/,
    because: "validated since 2025-02-20 (§5): the files say so in prose",
  },
  {
    operation: /\/api\/v2\/organizations/,
    line: /^sandbox only: body\.address\.(value: is required|\w+: takes null)$/,
    because: "only `value` is needed, parts left out become null (§3.3, §5), so null is what they are",
  },
  {
    operation: FIELDS,
    line: /^sandbox only: body(\.options)?: minItems 1$/,
    because: "an option field needs options (§3.4), and a call about options at least one",
  },
  {
    operation: FIELDS,
    line: /^sandbox only: body\.options\[\]\.label: (minLength 1|maxLength 255)$/,
    because:
      "the files bound a label when it is added later, not when it comes with its field: taken for the same",
  },
  {
    operation: ANY,
    line: /^sandbox only: body\.(name|title|lost_reason): (minLength 1|maxLength 255)$/,
    because: "stricter than known: names without text or beyond 255 characters are in no document",
  },
  {
    operation: /\/api\/v1\/webhooks/,
    line: /^sandbox only: is open to webhooks:(full|read)$/,
    because: "the documentation has scopes of their own since 2024, the files `admin` alone (§1)",
  },
  {
    operation: /POST \/api\/v1\/webhooks/,
    line: /^sandbox only: body\.event_object: knows "(deal|organization)[-_]?[fF]ield"$/,
    because: "events of field definitions since 2026-05-21, their spelling unsure (§8, §12.13)",
  },
];
