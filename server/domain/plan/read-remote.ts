import { holdsValue } from "../equal";
import type { RemoteDeal, RemoteOrganization, RemoteValue } from "../remote";
import type { FieldChange, Written } from "./types";

function flatten(plain: Record<string, RemoteValue>, custom: Readonly<Record<string, RemoteValue>>): Written {
  const nested = Object.entries(custom).map(([code, value]) => [`custom_fields.${code}`, value] as const);
  return { ...plain, ...Object.fromEntries(nested) };
}

/** A deal as Pipedrive returned it, keyed like the fields of a write. */
export function readDeal(deal: RemoteDeal): Written {
  const plain = {
    title: deal.title,
    org_id: deal.orgId,
    value: deal.value,
    currency: deal.currency,
    stage_id: deal.stageId,
    status: deal.status,
    lost_reason: deal.lostReason,
    expected_close_date: deal.expectedCloseDate,
  };
  return flatten(plain, deal.customFields);
}

/** An organization as Pipedrive returned it, keyed like the fields of a write. */
export function readOrganization(organization: RemoteOrganization): Written {
  return flatten({ name: organization.name, address: organization.address }, organization.customFields);
}

/** Labels of the fields that Pipedrive holds otherwise than they were sent. */
export function deviations(sent: readonly FieldChange[], stored: Written): readonly string[] {
  return sent
    .filter(({ key, value }) => key !== "org_id" && !holdsValue(stored[key], value))
    .map(({ label }) => label);
}

/** What is known to stand in Pipedrive after a write: the former values overlaid with what was sent. */
export function afterWrite(
  before: Written | null,
  sent: readonly FieldChange[],
  organizationId: number | null,
): Written {
  const values = sent.map(({ key, value }) => [key, key === "org_id" ? organizationId : value] as const);
  return { ...before, ...Object.fromEntries(values) };
}
