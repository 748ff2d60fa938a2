import { each } from "./deviations";
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
  ...each(["1", "3", "5", "7"], (name) => ({
    operation: /(POST|PATCH) \/api\/v2\/(deals|organizations|persons)/,
    line: new RegExp(`^sandbox only: body\\.visible_to: knows ${name}$`),
    because: "one of four groups (§5): the files say so in prose",
  })),
  ...each(["open", "won", "lost"], (name) => ({
    operation: /\/api\/v2\/deals/,
    line: new RegExp(`^sandbox only: body\\.status: knows "${name}"$`),
    because: "the states of a deal (§5); `deleted` is not written but done by DELETE (§3.3)",
  })),
  ...each(
    [
      "probability: minimum 0",
      "probability: maximum 100",
      "deal_probability: minimum 0",
      "deal_probability: maximum 100",
    ],
    (name) => ({
      operation: /\/api\/v2\/(deals|stages)/,
      line: new RegExp(`^sandbox only: body\\.${name}$`),
      because: "validated since 2025-02-20 (§5): the files say so in prose",
    }),
  ),
  {
    operation: FIELDS,
    line: /^sandbox only: body: minItems 1$/,
    because: "a call about options is about at least one (§3.4)",
  },
  ...each(
    [
      "name: minLength 1",
      "name: maxLength 255",
      "title: minLength 1",
      "title: maxLength 255",
      "lost_reason: maxLength 255",
    ],
    (name) => ({
      operation: ANY,
      line: new RegExp(`^sandbox only: body\\.${name}$`),
      because: "stricter than known: names without text or beyond 255 characters are in no document",
    }),
  ),
  ...each(["full", "read"], (name) => ({
    operation: /\/api\/v1\/webhooks/,
    line: new RegExp(`^sandbox only: is open to webhooks:${name}$`),
    because: "the documentation has scopes of their own since 2024, the files `admin` alone (§1)",
  })),
  ...each(
    [
      "dealField",
      "deal_field",
      "deal-field",
      "organizationField",
      "organization_field",
      "organization-field",
    ],
    (name) => ({
      operation: /POST \/api\/v1\/webhooks/,
      line: new RegExp(`^sandbox only: body\\.event_object: knows "${name}"$`),
      because: "events of field definitions since 2026-05-21, their spelling unsure (§8, §12.13)",
    }),
  ),
];
