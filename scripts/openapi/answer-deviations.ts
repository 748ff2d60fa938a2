import { each } from "./deviations";
import type { Deviation } from "./deviations";

const DEALS = /\/deals/;
const ORGANIZATIONS = /\/organizations/;
const FIELDS = /\/(deal|organization)Fields/;

/**
 * Where Pipedrive's answers, and so the sandbox's, are not what the OpenAPI files say. The facts are those of
 * `facts/pipedrive.md`.
 */
export const answerDeviations: readonly Deviation[] = [
  {
    operation: /^GET/,
    line: /^answer\.additional_data\.next_cursor is null, not string$/,
    because: "the last page has a null cursor (§3.2, §13.11)",
  },
  ...each(["org_id", "person_id"], (name) => ({
    operation: DEALS,
    line: new RegExp(`\\.${name} is null, not integer$`),
    because: "a deal need not belong to anyone, whatever the file says (§3.3)",
  })),
  ...each(["won_time", "lost_time", "stage_change_time", "expected_close_date"], (name) => ({
    operation: DEALS,
    line: new RegExp(`\\.${name} is null, not string$`),
    because: "what has not happened has no time (§3.3)",
  })),
  ...each(
    ["creator_user_id", "archive_time", "local_won_date", "local_lost_date", "local_close_date"],
    (name) => ({
      operation: DEALS,
      line: new RegExp(` has ${name}, which is not known$`),
      because: "in the file's sample, not in its schema (§13.2)",
    }),
  ),
  {
    operation: DEALS,
    line: / lacks source_lead_id$/,
    because: "answered only when `include_fields` asks for it (§3.2)",
  },
  ...each(["object", "string"], (name) => ({
    operation: ORGANIZATIONS,
    line: new RegExp(`\\.address is null, not ${name}$`),
    because: "an organization need not have an address (§3.3)",
  })),
  {
    operation: ORGANIZATIONS,
    line: /\.address\.\w+ is null, not string$/,
    because: "parts of an address that are not known are null in life (§3.3, §13.11)",
  },
  ...each(["ui_visibility", "important_fields", "required_fields"], (name) => ({
    operation: FIELDS,
    line: new RegExp(` lacks ${name}$`),
    because: "answered only when `include_fields` asks for them (§3.4)",
  })),
  ...each(["color", "update_time", "add_time"], (name) => ({
    operation: FIELDS,
    line: new RegExp(`\\.options\\[\\] lacks ${name}$`),
    because: "an option has them or not (§3.4)",
  })),
  {
    operation: FIELDS,
    line: /\.description is null, not string$/,
    because: "a field without a description (§13.11)",
  },
  {
    operation: FIELDS,
    line: /\.field_type is "pipeline", which is not among the words$/,
    because: "the file has no type for `pipeline_id` (§13.7)",
  },
  ...each(
    [
      "people_count",
      "notes_count",
      "products_count",
      "next_activity_id",
      "smart_bcc_email",
      "first_won_time",
    ],
    (name) => ({
      operation: /^GET \/api\/v2\/(deals|organizations|persons)(\/|$)/,
      line: new RegExp(` has ${name}, which is not known$`),
      because: "what `include_fields` asks for (§3.2) has no place in the files' schemas",
    }),
  ),
  ...each(
    ["org_id", "picture_id", "postal_address", "birthday", "job_title", "notes", "organization"],
    (name) => ({
      operation: /\/api\/v2\/persons/,
      line: new RegExp(`\\.${name} is null, not \\w+$`),
      because: "what a person does not have is null, as with deals (§3.3)",
    }),
  ),
  {
    operation: /^GET \/api\/v2\/deals\/search$/,
    line: /\.item\.value is number, not integer$/,
    because: "amounts have decimals (§13.11)",
  },
  ...each(
    ["has id, which is not known", "has name, which is not known", "lacks item", "lacks result_score"],
    (name) => ({
      operation: /^GET \/api\/v2\/itemSearch\/field$/,
      line: new RegExp(`^answer\\.data\\[\\] ${name}$`),
      because: "the file's sample has flat rows, its schema other ones; which is true is open (§4, §12.11)",
    }),
  ),
];
