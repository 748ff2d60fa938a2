import type { RemoteValue } from "../remote";

/** One field that a write sets, with both sides as people read them and the reason. */
export type FieldChange = {
  label: string;
  /** `title`, `stage_id`, `custom_fields.<code>` … */
  key: string;
  /** What is sent. For `org_id` it is null here and taken from the organization's link when the write runs. */
  value: RemoteValue;
  before: string | null;
  after: string | null;
  because: string;
};

export const writeKinds = [
  "organization.create",
  "organization.update",
  "deal.create",
  "deal.update",
] as const;
export type WriteKind = (typeof writeKinds)[number];

/** One write to Pipedrive, holding only the fields that differ. `freshbooksId` is the object's own id there. */
export type Write = {
  kind: WriteKind;
  freshbooksId: string;
  /** The version of the link that the plan was made against; null when there was none. */
  linkVersion: number | null;
  fields: readonly FieldChange[];
};

export const skipCodes = [
  "unchanged",
  "deleted_before_sync",
  "client_missing",
  "unknown_in_freshbooks",
  "amount_too_precise",
  "address_emptied",
  "gone_in_pipedrive",
] as const;
export type SkipCode = (typeof skipCodes)[number];

/** Why something is not written, in a sentence. */
export type Skip = { code: SkipCode; because: string };

/** The writes that would make Pipedrive right, in order, and why there are no others. */
export type Plan = { writes: readonly Write[]; skips: readonly Skip[] };

/** Field by field what Pipedrive holds by our hand, keyed like `FieldChange.key`. */
export type Written = Readonly<Record<string, RemoteValue>>;

/** What the plan knows of a link. `written` is null as long as nothing was ever written. */
export type LinkView = {
  version: number;
  pipedriveId: number | null;
  isGone: boolean;
  written: Written | null;
};
