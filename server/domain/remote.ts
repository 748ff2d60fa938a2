/**
 * Pipedrive objects as the product sees them, and the bodies it writes.
 * Shapes after facts/pipedrive §3.3; custom fields are keyed by their 40-hex codes.
 */

/** A value inside `custom_fields`: text, number, option id, money, address object, or null. */
export type RemoteValue =
  string | number | boolean | null | readonly RemoteValue[] | { readonly [key: string]: RemoteValue };

type RemoteFields = Readonly<Record<string, RemoteValue>>;

/** `value` is the one-line form; parts left out of a write become null (facts §5). */
export type RemoteAddress = { value: string } & Readonly<Record<string, RemoteValue>>;

export type RemoteOrganization = {
  id: number;
  name: string;
  address: RemoteAddress | null;
  isDeleted: boolean;
  updateTime: string;
  customFields: RemoteFields;
};

export type DealStatus = "open" | "won" | "lost";

export type RemoteDeal = {
  id: number;
  title: string;
  orgId: number | null;
  /** As JSON number text would be lossless only to 15 digits; kept as the vendor's number. */
  value: number;
  currency: string;
  stageId: number;
  pipelineId: number;
  status: DealStatus | "deleted";
  lostReason: string | null;
  expectedCloseDate: string | null;
  wonTime: string | null;
  isDeleted: boolean;
  isArchived: boolean;
  updateTime: string;
  customFields: RemoteFields;
};

/** A body for POST or PATCH: only what is to be set. */
export type OrganizationBody = {
  name?: string;
  address?: RemoteAddress | null;
  custom_fields?: RemoteFields;
};

export type DealBody = {
  title?: string;
  org_id?: number;
  value?: number;
  currency?: string;
  stage_id?: number;
  status?: DealStatus;
  lost_reason?: string | null;
  won_time?: string;
  expected_close_date?: string;
  custom_fields?: RemoteFields;
};

export type RemotePipeline = { id: number; name: string; order: number };
export type RemoteStage = { id: number; pipelineId: number; name: string; order: number };

export type RemoteField = {
  code: string;
  name: string;
  type: string;
  isCustom: boolean;
  options: readonly { id: number; label: string }[];
};
