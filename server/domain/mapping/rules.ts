import type { InvoiceState } from "../invoice-states";
import type { DealStatus } from "../remote";

/** What a deal does when its invoice is in a state. `null` means "leave as it is". */
export type StateRule = {
  stageId: number | null;
  status: DealStatus | null;
  lostReason: string | null;
};

/** The rules of one mapping version. Immutable once published. */
export type MappingRules = {
  schema: 1;
  pipelineId: number;
  /** Stage ids of the pipeline in their order: what "backwards" means. */
  stageOrder: readonly number[];
  /** Stage id → its name when the version was published, for sentences and history. */
  stageNames: Readonly<Record<string, string>>;
  states: Readonly<Record<InvoiceState, StateRule>>;
  /** Which state's rule serves an invoice that is partly paid and overdue at once. */
  partialOverdue: "partial" | "overdue";
  /** Deal title with `{{invoice.number}}` and `{{client.name}}`. */
  dealTitle: string;
};

/** What a custom field made for the workspace holds. */
export const dealPurposes = ["freshbooksId", "number", "state", "dueDate", "outstanding", "paid"] as const;
export const organizationPurposes = ["freshbooksId", "currency"] as const;
export type DealPurpose = (typeof dealPurposes)[number];
export type OrganizationPurpose = (typeof organizationPurposes)[number];

/** Where a purpose lives in this company: its 40-hex code and, for option fields, our value → option id. */
export type FieldBinding = { code: string; options: Readonly<Record<string, number>> };

export type FieldBindings = {
  organization: Readonly<Record<OrganizationPurpose, FieldBinding>>;
  deal: Readonly<Record<DealPurpose, FieldBinding>>;
};
