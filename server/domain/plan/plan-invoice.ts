import type { FoldedState } from "../invoice-state";
import type { FieldBindings, MappingRules } from "../mapping/rules";
import type { SourceClient, SourceInvoice } from "../source";
import { dealFields } from "./deal-fields";
import type { Desired } from "./desired";
import { changes, showPlain } from "./desired";
import { planClient } from "./plan-client";
import type { LinkView, Plan, Skip, Write } from "./types";

export type PlanInvoiceInput = {
  invoice: SourceInvoice;
  folded: FoldedState;
  /** The invoice's client; needed only while its organization is not linked. */
  client: SourceClient | null;
  mapping: MappingRules;
  bindings: FieldBindings;
  organization: LinkView | null;
  deal: LinkView | null;
};

const skip = (code: Skip["code"], because: string): Plan => ({ writes: [], skips: [{ code, because }] });

/** Reasons for which a deal that is not there yet is not made. */
function keptBack({ invoice, organization, client }: PlanInvoiceInput): Plan | null {
  if (invoice.axes.visibility === "deleted") {
    return skip("deleted_before_sync", "The invoice was deleted in FreshBooks before it ever came here.");
  }
  if (organization?.isGone === true) {
    const because =
      "The client's organization was deleted or merged in Pipedrive; restore it there, then replay.";
    return skip("gone_in_pipedrive", because);
  }
  if (organization?.pipedriveId == null && client === null) {
    return skip("client_missing", `FreshBooks does not know client ${invoice.clientId} of this invoice.`);
  }
  return null;
}

/** Reasons for which nothing at all can or should be written. */
function blocked(input: PlanInvoiceInput): Plan | null {
  const { deal } = input;
  if (deal?.isGone === true) {
    return skip("gone_in_pipedrive", "The deal was deleted or archived in Pipedrive; it is left as it is.");
  }
  return deal?.pipedriveId == null ? keptBack(input) : null;
}

/** The organization a deal may point to: the linked one, unless it is gone. */
function livingOrganizationId({ organization }: PlanInvoiceInput): number | null {
  return organization?.isGone === true ? null : (organization?.pipedriveId ?? null);
}

function organizationPart(input: PlanInvoiceInput): { writes: readonly Write[]; changesLink: boolean } {
  const { organization, client, bindings } = input;
  if (organization?.pipedriveId != null || client === null) return { writes: [], changesLink: false };
  // A deleted client's open invoice still needs its organization.
  const asActive: SourceClient = { ...client, visibility: "active" };
  return { writes: planClient({ client: asActive, bindings, link: organization }).writes, changesLink: true };
}

function organizationField(input: PlanInvoiceInput, organizationChanges: boolean): Desired[] {
  const linkedTo = livingOrganizationId(input);
  const before = input.deal?.written?.["org_id"];
  if (!organizationChanges && (linkedTo === null || before === linkedTo)) return [];
  return [
    {
      label: "Organization",
      key: "org_id",
      value: organizationChanges ? null : linkedTo,
      because: `the invoice is client ${input.invoice.clientId}'s`,
      show: (value) => (value === null ? input.invoice.clientName : showPlain(value)),
    },
  ];
}

/** The writes that make the invoice's deal right, its organization first where that is missing. */
export function planInvoice(input: PlanInvoiceInput): Plan {
  const block = blocked(input);
  if (block) return block;
  const { invoice, deal } = input;
  const isNew = deal?.pipedriveId == null;
  const organization = organizationPart(input);
  const { fields: desired, skips } = dealFields({ ...input, bindings: input.bindings.deal });
  const all = [...organizationField(input, organization.changesLink), ...desired];
  const fields = changes(all, isNew ? null : deal.written);
  if (fields.length === 0) {
    const because = "Pipedrive already holds what FreshBooks says.";
    return { writes: organization.writes, skips: [...skips, { code: "unchanged", because }] };
  }
  const kind = isNew ? "deal.create" : "deal.update";
  const write: Write = { kind, freshbooksId: invoice.id, linkVersion: deal?.version ?? null, fields };
  return { writes: [...organization.writes, write], skips };
}
