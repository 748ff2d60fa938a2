import type { Company } from "./company";
import type { DealRecord, OrganizationRecord, PersonRecord } from "./records";
import type { Snapshot } from "./search-index";

/** Found objects as a search shows them: the name as indexed, the rest as it is; matched values without keys. */
export function organizationItem(
  organization: OrganizationRecord,
  snapshot: Snapshot,
  matched: readonly string[],
): object {
  return {
    id: organization.id,
    type: "organization",
    name: snapshot.name,
    address: snapshot.address,
    visible_to: organization.fields.visible_to,
    owner: { id: organization.fields.owner_id },
    custom_fields: matched,
    notes: [],
  };
}

function linkedOrganization(company: Company, id: number | null): object | null {
  const organization = id === null ? undefined : company.organizations.get(id);
  if (organization === undefined) return null;
  return {
    id: organization.id,
    name: organization.fields.name,
    address: organization.address?.value ?? null,
  };
}

export function personItem(company: Company, person: PersonRecord, matched: readonly string[]): object {
  const { fields } = person;
  return {
    id: person.id,
    type: "person",
    name: fields.name,
    phones: fields.phones.map(({ value }) => value),
    emails: fields.emails.map(({ value }) => value),
    visible_to: fields.visible_to,
    owner: { id: fields.owner_id },
    organization: linkedOrganization(company, fields.org_id),
    custom_fields: matched,
    notes: [],
  };
}

export function dealItem(company: Company, deal: DealRecord, matched: readonly string[]): object {
  const { fields } = deal;
  const organization = fields.org_id === null ? undefined : company.organizations.get(fields.org_id);
  const person = fields.person_id === null ? undefined : company.persons.get(fields.person_id);
  return {
    id: deal.id,
    type: "deal",
    title: fields.title,
    value: fields.value,
    currency: fields.currency,
    status: deal.status,
    visible_to: fields.visible_to,
    owner: { id: fields.owner_id },
    stage: { id: deal.stageId, name: company.stages.get(deal.stageId)?.name ?? "" },
    person: person === undefined ? null : { id: person.id, name: person.fields.name },
    organization: organization === undefined ? null : { id: organization.id, name: organization.fields.name },
    custom_fields: matched,
    notes: [],
    is_archived: deal.isArchived,
  };
}
