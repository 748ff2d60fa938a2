import type { Deviation } from "./deviations";

const ANY = /^/;
const FIELDS = /\/(deal|organization)Fields/;

/**
 * Where the sandbox takes more or less than the OpenAPI files say. The facts are those of `facts/pipedrive.md`. What is
 * marked "stricter than known" has no source: the sandbox refuses where Pipedrive may refuse. Bounds that the files give in
 * prose alone are in `prose-rules.ts`.
 */
export const operationDeviations: readonly Deviation[] = [
  {
    operation: ANY,
    line: /^sandbox only: (query|body[\w.[\]]*): refuses unknown properties$/,
    because: "unknown keys and parameters are answered with a 400 (§3.2, live); the files leave objects open",
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
    operation: FIELDS,
    line: /^sandbox only: body(\.options)?: minItems 1$/,
    because: "an option field needs options (§3.4), and a call about options at least one",
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
