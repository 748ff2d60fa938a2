import type { PreparedCall } from "./pipedrive-api";

/** Something that the OpenAPI files forbid in their prose alone, or that was seen refused. */
export interface ProseRule {
  readonly name: string;
  readonly source: string;
  readonly method: string;
  readonly call: PreparedCall;
}

const DEALS = "/api/v2/deals";
const ORGANIZATIONS = "/api/v2/organizations";
const FIELDS = "/api/v2/dealFields";

function list(
  name: string,
  source: string,
  query: Readonly<Record<string, string>>,
  path = DEALS,
): ProseRule {
  return { name, source, method: "GET", call: { path, query } };
}

function create(name: string, source: string, path: string, body: object): ProseRule {
  return { name, source, method: "POST", call: { path, body } };
}

/** What the sandbox must refuse although the schemas of the files allow it. */
export const proseRules: readonly ProseRule[] = [
  list("a page of none", "facts §3.2", { limit: "0" }),
  list("a page of more than 500", "facts §3.2", { limit: "501" }),
  list(
    "a page of found ones of more than 100",
    "facts §4",
    { term: "Acme", limit: "101" },
    `${ORGANIZATIONS}/search`,
  ),
  list("ids that are none", "facts §3.2", { ids: "1,two" }),
  list("more than 100 ids", "facts §3.2", { ids: Array.from({ length: 101 }, (_, id) => id + 1).join(",") }),
  list("a time with fractions of a second", "facts §3.2", { updated_since: "2026-11-01T00:00:00.000Z" }),
  list("a list of words with a wrong one in it", "facts §3.2, §13.6", { status: "open,gone" }),
  list(
    "changes of pipelines since a time",
    "facts §3.2",
    { updated_since: "2026-11-01T00:00:00Z" },
    "/api/v2/pipelines",
  ),
  list("labels of archived deals", "facts §13.5", { include_labels: "true" }, `${DEALS}/archived`),
  list("a term of one character", "facts §4", { term: "A" }, `${ORGANIZATIONS}/search`),
  list("more than 15 custom fields", "facts §3.2", {
    custom_fields: Array.from({ length: 16 }, (_, place) => String(place).padStart(40, "0")).join(","),
  }),
  create("a deal's own name for a custom field", "facts §3.4", DEALS, { title: "A", ["0".repeat(40)]: "x" }),
  create("a custom field that nobody has", "facts §3.4", DEALS, {
    title: "A",
    custom_fields: { ["0".repeat(40)]: "x" },
  }),
  create("a group of viewers that does not exist", "facts §5", DEALS, { title: "A", visible_to: 2 }),
  create("a probability beyond 100", "facts §5", DEALS, { title: "A", probability: 101 }),
  create("a reason of loss for an open deal", "facts §5", DEALS, { title: "A", lost_reason: "Too dear" }),
  create("a time of victory that is none", "facts §3.3", DEALS, {
    title: "A",
    status: "won",
    won_time: "yesterday",
  }),
  create("a stage that does not exist", "facts §5", DEALS, { title: "A", stage_id: 999 }),
  create("a currency that does not exist", "facts §5", DEALS, { title: "A", currency: "ABC" }),
  create("a choice without options", "facts §3.4", FIELDS, { field_name: "A", field_type: "enum" }),
];
