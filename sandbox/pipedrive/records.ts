import type { Address } from "./schemas/address";
import type { FieldType } from "./schemas/field";
import type { Conditions, FilterType } from "./schemas/filter";

export type DealStatus = "lost" | "open" | "won";

/** Values of custom fields by field code; a code that is missing reads as null. */
export type CustomValues = ReadonlyMap<string, unknown>;

/** The properties of a deal that a write simply replaces, under the API's own names. */
export interface DealFields {
  readonly title: string;
  readonly owner_id: number;
  readonly person_id: number | null;
  readonly org_id: number | null;
  readonly value: number;
  readonly currency: string;
  readonly probability: number | null;
  readonly lost_reason: string | null;
  readonly visible_to: number;
  readonly expected_close_date: string | null;
  readonly label_ids: readonly number[];
}

/** Times that follow from a deal's status, in milliseconds. */
export interface ClosingTimes {
  readonly closeMs: number | null;
  readonly wonMs: number | null;
  readonly lostMs: number | null;
}

export interface DealRecord {
  readonly id: number;
  readonly creatorUserId: number;
  readonly addMs: number;
  readonly origin: "API" | "ManuallyCreated";
  fields: DealFields;
  custom: CustomValues;
  stageId: number;
  pipelineId: number;
  status: DealStatus;
  times: ClosingTimes;
  stageChangeMs: number | null;
  updateMs: number;
  isDeleted: boolean;
  isArchived: boolean;
  archiveMs: number | null;
}

export interface OrganizationFields {
  readonly name: string;
  readonly owner_id: number;
  readonly visible_to: number;
  readonly label_ids: readonly number[];
  readonly website: string | null;
  readonly linkedin: string | null;
  readonly industry: number | null;
  readonly annual_revenue: number | null;
  readonly employee_count: number | null;
}

export interface OrganizationRecord {
  readonly id: number;
  readonly addMs: number;
  fields: OrganizationFields;
  address: Address | null;
  custom: CustomValues;
  updateMs: number;
  isDeleted: boolean;
}

/** An e-mail address, telephone number or messenger name of a person. */
export interface Contact {
  readonly value: string;
  readonly primary: boolean;
  readonly label: string;
}

export interface PersonFields {
  readonly name: string;
  readonly owner_id: number;
  readonly org_id: number | null;
  readonly visible_to: number;
  readonly label_ids: readonly number[];
  readonly emails: readonly Contact[];
  readonly phones: readonly Contact[];
  readonly im: readonly Contact[];
  readonly postal_address: Address | null;
  readonly notes: string | null;
  readonly birthday: string | null;
  readonly job_title: string | null;
}

export interface PersonRecord {
  readonly id: number;
  readonly addMs: number;
  fields: PersonFields;
  custom: CustomValues;
  updateMs: number;
  isDeleted: boolean;
}

export interface PipelineRecord {
  readonly id: number;
  readonly order_nr: number;
  readonly addMs: number;
  name: string;
  is_deal_probability_enabled: boolean;
  is_deleted: boolean;
  updateMs: number;
}

export interface StageRecord {
  readonly id: number;
  readonly addMs: number;
  order_nr: number;
  name: string;
  pipeline_id: number;
  deal_probability: number;
  is_deal_rot_enabled: boolean;
  days_to_rotten: number | null;
  is_deleted: boolean;
  updateMs: number;
}

export interface FieldOption {
  readonly id: number;
  readonly label: string;
}

export interface FieldRecord {
  /** The numeric id that v1 and the conditions of filters use (facts §4). */
  readonly id: number;
  readonly field_code: string;
  readonly field_type: FieldType;
  readonly is_custom_field: boolean;
  field_name: string;
  description: string | null;
  options: readonly FieldOption[] | null;
}

/** A saved filter. */
export interface FilterRecord {
  readonly id: number;
  readonly name: string;
  readonly type: FilterType;
  readonly conditions: Conditions;
  readonly userId: number;
  readonly addMs: number;
}
