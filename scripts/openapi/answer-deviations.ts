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
  {
    operation: DEALS,
    line: /\.(org_id|person_id) is null, not integer$/,
    because: "a deal need not belong to anyone, whatever the file says (§3.3)",
  },
  {
    operation: DEALS,
    line: /\.(won_time|lost_time|stage_change_time|expected_close_date) is null, not string$/,
    because: "what has not happened has no time (§3.3)",
  },
  {
    operation: DEALS,
    line: / has (creator_user_id|archive_time|local_won_date|local_lost_date|local_close_date), which is not known$/,
    because: "in the file's sample, not in its schema (§13.2)",
  },
  {
    operation: DEALS,
    line: / lacks source_lead_id$/,
    because: "answered only when `include_fields` asks for it (§3.2)",
  },
  {
    operation: ORGANIZATIONS,
    line: /\.address is null, not (object|string)$/,
    because: "an organization need not have an address (§3.3)",
  },
  {
    operation: ORGANIZATIONS,
    line: /\.address\.\w+ is null, not string$/,
    because: "parts of an address that are not known are null in life (§3.3, §13.11)",
  },
  {
    operation: FIELDS,
    line: / lacks (ui_visibility|important_fields|required_fields)$/,
    because: "answered only when `include_fields` asks for them (§3.4)",
  },
  {
    operation: FIELDS,
    line: /\.options\[\] lacks (color|update_time|add_time)$/,
    because: "an option has them or not (§3.4)",
  },
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
  {
    operation: /^GET \/api\/v2\/(deals|organizations|persons)(\/|$)/,
    line: / has (\w+_count|smart_bcc_email|(next|last)_activity_id|first_won_time), which is not known$/,
    because: "what `include_fields` asks for (§3.2) has no place in the files' schemas",
  },
  {
    operation: /\/api\/v2\/persons/,
    line: /\.(org_id|picture_id|postal_address|birthday|job_title|notes|organization) is null, not \w+$/,
    because: "what a person does not have is null, as with deals (§3.3)",
  },
  {
    operation: /^GET \/api\/v2\/deals\/search$/,
    line: /\.item\.value is number, not integer$/,
    because: "amounts have decimals (§13.11)",
  },
  {
    operation: /^GET \/api\/v2\/itemSearch\/field$/,
    line: /^answer\.data\[\] (has (id|name), which is not known|lacks (item|result_score))$/,
    because: "the file's sample has flat rows, its schema other ones; which is true is open (§4, §12.11)",
  },
];
