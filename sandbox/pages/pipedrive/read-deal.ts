import { z } from "zod";

import { dateInZone } from "../../lib/zone-time";
import type { Company } from "../../pipedrive/company";
import { dealView } from "../../pipedrive/deal-view";
import { organizationView } from "../../pipedrive/organization-view";
import type { DealStatus, FieldRecord } from "../../pipedrive/records";
import type { PipedriveWorld } from "../../pipedrive/world";

/** A field of a record with its name and its value in words. */
export interface FieldValue {
  readonly name: string;
  readonly code: string;
  readonly isCustom: boolean;
  readonly value: string;
}

/** A call to the API that named a record. */
export interface RecordCall {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly at: string;
}

export interface DealDetail {
  readonly id: number;
  readonly title: string;
  readonly value: number;
  readonly currency: string;
  readonly closeDate: string | null;
  readonly status: DealStatus;
  readonly isLate: boolean;
  readonly isArchived: boolean;
  readonly isDeleted: boolean;
  readonly stageId: number;
  readonly pipelineId: number;
  readonly organization: { readonly id: number; readonly name: string } | null;
  /** Every stage of every pipeline that is still there. */
  readonly stages: readonly { readonly id: number; readonly label: string }[];
  readonly fields: readonly FieldValue[];
  readonly calls: readonly RecordCall[];
}

const SHOWN_CALLS = 20;
const labelledSchema = z.object({ label: z.string() });
const moneySchema = z.object({ value: z.number(), currency: z.string() });
const valueSchema = z.object({ value: z.string() });

/** A field's value as a person reads it; what has no better words is shown as JSON. */
function inWords(value: unknown): string {
  if (value === null || value === undefined) return "—";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(inWords).join(", ") || "—";
  const label = labelledSchema.safeParse(value);
  if (label.success) return label.data.label;
  const money = moneySchema.safeParse(value);
  if (money.success) return `${money.data.value} ${money.data.currency}`;
  const inner = valueSchema.safeParse(value);
  return inner.success ? inner.data.value : JSON.stringify(value);
}

/** The name of the object that a built-in field points to, with its id. */
function pointed(company: Company, field: FieldRecord, value: unknown): string | undefined {
  if (typeof value !== "number") return undefined;
  const names: Partial<Record<FieldRecord["field_type"], string | undefined>> = {
    user: company.users.get(value)?.name,
    org: company.organizations.get(value)?.fields.name,
    pipeline: company.pipelines.get(value)?.name,
    stage: company.stages.get(value)?.name,
  };
  const name = names[field.field_type];
  return name === undefined ? undefined : `${name} (${value})`;
}

const customSchema = z.object({ custom_fields: z.record(z.string(), z.unknown()) });

/** The fields of a record in the company's order, each with its name, its code and its value in words. */
function fieldValues(
  company: Company,
  fields: ReadonlyMap<string, FieldRecord>,
  view: Readonly<Record<string, unknown>>,
): FieldValue[] {
  const { custom_fields: custom } = customSchema.parse(view);
  return [...fields.values()].map((field) => {
    const { field_code: code, field_name: name, is_custom_field: isCustom } = field;
    const value = isCustom ? custom[code] : view[code];
    return { name, code, isCustom, value: pointed(company, field, value) ?? inWords(value) };
  });
}

export function organizationFields(company: Company, id: number): FieldValue[] {
  const organization = company.organizations.get(id);
  if (organization === undefined) return [];
  const view = organizationView(company, organization, { include_option_labels: true });
  return fieldValues(company, company.organizationFields, view);
}

/** The latest calls that named this record, newest first. */
export function callsOf(world: PipedriveWorld, company: Company, path: string): RecordCall[] {
  return world.requests
    .filter((entry) => entry.path === path && entry.companyId === company.profile.id)
    .slice(-SHOWN_CALLS)
    .reverse();
}

function allStages(company: Company): DealDetail["stages"] {
  return [...company.stages.values()]
    .filter((stage) => !stage.is_deleted && company.pipelines.get(stage.pipeline_id)?.is_deleted === false)
    .map(({ id, name, pipeline_id: pipelineId }) => ({
      id,
      label: `${company.pipelines.get(pipelineId)?.name ?? ""}: ${name}`,
    }));
}

/** One deal with all its fields; undefined if the company has no such deal. */
export function readDeal(world: PipedriveWorld, company: Company, id: number): DealDetail | undefined {
  const deal = company.deals.get(id);
  if (deal === undefined) return undefined;
  const { fields } = deal;
  const organization = fields.org_id === null ? undefined : company.organizations.get(fields.org_id);
  const today = dateInZone(company.clock.nowMs(), company.profile.timeZone);
  const closeDate = fields.expected_close_date;
  return {
    id,
    title: fields.title,
    value: fields.value,
    currency: fields.currency,
    closeDate,
    status: deal.status,
    isLate: deal.status === "open" && closeDate !== null && closeDate < today,
    isArchived: deal.isArchived,
    isDeleted: deal.isDeleted,
    stageId: deal.stageId,
    pipelineId: deal.pipelineId,
    organization: organization === undefined ? null : { id: organization.id, name: organization.fields.name },
    stages: allStages(company),
    fields: fieldValues(
      company,
      company.dealFields,
      dealView(company, deal, { include_option_labels: true }),
    ),
    calls: callsOf(world, company, `/api/v2/deals/${id}`),
  };
}
