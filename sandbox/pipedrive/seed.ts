import type { SeededRandom } from "../lib/random";
import type { Counter } from "../lib/counter";
import type { FieldRecord, PipelineRecord, StageRecord } from "./records";
import type { FieldType } from "./schemas/field";

/** Since when the seeded company has its pipelines. */
const FOUNDED_MS = Date.parse("2024-01-13T09:16:26Z");

const PIPELINES = [
  { id: 1, name: "Sales", stages: ["Lead in", "Contact made", "Proposal made", "Negotiations"] },
  { id: 2, name: "Invoices", stages: ["Draft", "Sent", "Viewed", "Partly paid", "Overdue", "Paid"] },
] as const;

export function seedPipelines(): Map<number, PipelineRecord> {
  return new Map(
    PIPELINES.map(({ id, name }, index) => [
      id,
      {
        id,
        name,
        order_nr: index + 1,
        is_deal_probability_enabled: false,
        is_deleted: false,
        addMs: FOUNDED_MS,
        updateMs: FOUNDED_MS,
      },
    ]),
  );
}

export function seedStages(ids: Counter): Map<number, StageRecord> {
  const stages = PIPELINES.flatMap((pipeline) =>
    pipeline.stages.map((name, index) => ({
      id: ids.take(),
      order_nr: index + 1,
      name,
      pipeline_id: pipeline.id,
      deal_probability: 100,
      is_deal_rot_enabled: false,
      days_to_rotten: null,
      is_deleted: false,
      addMs: FOUNDED_MS,
      updateMs: FOUNDED_MS,
    })),
  );
  return new Map(stages.map((stage) => [stage.id, stage]));
}

type BuiltIn = readonly [code: string, name: string, type: FieldType];

const DEAL_FIELDS: readonly BuiltIn[] = [
  ["id", "ID", "int"],
  ["title", "Title", "varchar"],
  ["creator_user_id", "Creator", "user"],
  ["owner_id", "Owner", "user"],
  ["value", "Value", "double"],
  ["currency", "Currency", "varchar"],
  ["org_id", "Organization", "org"],
  ["person_id", "Contact person", "people"],
  ["pipeline_id", "Pipeline", "pipeline"],
  ["stage_id", "Stage", "stage"],
  ["status", "Status", "status"],
  ["probability", "Probability", "int"],
  ["lost_reason", "Lost reason", "varchar_auto"],
  ["visible_to", "Visible to", "visible_to"],
  ["add_time", "Deal created", "date"],
  ["update_time", "Update time", "date"],
  ["expected_close_date", "Expected close date", "date"],
  ["label_ids", "Label", "set"],
];

const ORGANIZATION_FIELDS: readonly BuiltIn[] = [
  ["id", "ID", "int"],
  ["name", "Name", "varchar"],
  ["owner_id", "Owner", "user"],
  ["address", "Address", "address"],
  ["visible_to", "Visible to", "visible_to"],
  ["add_time", "Organization created", "date"],
  ["update_time", "Update time", "date"],
  ["label_ids", "Labels", "set"],
  ["website", "Website", "varchar"],
  ["linkedin", "LinkedIn profile", "varchar"],
  ["industry", "Industry", "enum"],
  ["annual_revenue", "Annual revenue", "double"],
  ["employee_count", "Number of employees", "double"],
];

function builtIn([field_code, field_name, field_type]: BuiltIn, id: number): FieldRecord {
  const blank = { is_custom_field: false, description: null, options: null };
  return { id, field_code, field_name, field_type, ...blank };
}

function byCode(fields: readonly FieldRecord[]): Map<string, FieldRecord> {
  return new Map(fields.map((field) => [field.field_code, field]));
}

/** Built-in deal fields and one that a person of the company made. */
export function seedDealFields(random: SeededRandom, ids: Counter): Map<string, FieldRecord> {
  const builtIns = DEAL_FIELDS.map((row) => builtIn(row, ids.take()));
  const purchaseOrder: FieldRecord = {
    id: ids.take(),
    field_code: random.hex(40),
    field_name: "Purchase order",
    field_type: "varchar",
    is_custom_field: true,
    description: null,
    options: null,
  };
  return byCode([...builtIns, purchaseOrder]);
}

/** Built-in organization fields and one that a person of the company made. */
export function seedOrganizationFields(
  random: SeededRandom,
  ids: Counter,
  optionIds: Counter,
): Map<string, FieldRecord> {
  const builtIns = ORGANIZATION_FIELDS.map((row) => builtIn(row, ids.take()));
  const region: FieldRecord = {
    id: ids.take(),
    field_code: random.hex(40),
    field_name: "Region",
    field_type: "enum",
    is_custom_field: true,
    description: null,
    options: ["North", "South"].map((label) => ({ id: optionIds.take(), label })),
  };
  return byCode([...builtIns, region]);
}
