import type { Caller } from "./caller";
import { mergeCustomValues, searchableValues } from "./custom-values";
import { deletedRefusal } from "./lifetime";
import type { OrganizationFields, OrganizationRecord } from "./records";
import { requireUser } from "./references";
import type { OrganizationCreate, OrganizationPatch } from "./schemas/organization";
import type { Company } from "./company";

const KEPT_AS_FIELDS = [
  "name",
  "owner_id",
  "visible_to",
  "label_ids",
  "website",
  "linkedin",
  "industry",
  "annual_revenue",
  "employee_count",
] as const;

function fieldsOf(patch: OrganizationPatch): Partial<OrganizationFields> {
  const kept = new Set<string>(KEPT_AS_FIELDS);
  return Object.fromEntries(Object.entries(patch).filter(([key]) => kept.has(key)));
}

function index(company: Company, organization: OrganizationRecord): void {
  const custom = searchableValues(company.organizationFields, organization.custom);
  const address = organization.address?.value ?? null;
  const snapshot = organization.isDeleted ? null : { name: organization.fields.name, address, custom };
  company.index.note("organization", organization.id, snapshot, company.switches.searchLagMs);
}

/** Creates an organization; names need not be unique (facts §5). */
export function createOrganization(
  company: Company,
  caller: Caller,
  body: OrganizationCreate,
): OrganizationRecord {
  if (body.owner_id !== undefined) requireUser(company, body.owner_id);
  const custom = mergeCustomValues(company, company.organizationFields, new Map(), body.custom_fields);
  const nowMs = company.clock.nowMs();
  const defaults: OrganizationFields = {
    name: body.name,
    owner_id: caller.userId,
    visible_to: 3,
    label_ids: [],
    website: null,
    linkedin: null,
    industry: null,
    annual_revenue: null,
    employee_count: null,
  };
  const organization: OrganizationRecord = {
    id: company.ids.organization.take(),
    addMs: body.add_time ?? nowMs,
    fields: { ...defaults, ...fieldsOf(body) },
    address: body.address ?? null,
    custom,
    updateMs: nowMs,
    isDeleted: false,
  };
  company.organizations.set(organization.id, organization);
  index(company, organization);
  return organization;
}

/** Changes the properties the body names; an address is replaced as a whole. */
export function patchOrganization(
  company: Company,
  organization: OrganizationRecord,
  patch: OrganizationPatch,
): void {
  if (organization.isDeleted) throw deletedRefusal(company, "Organization");
  if (patch.owner_id !== undefined) requireUser(company, patch.owner_id);
  organization.custom = mergeCustomValues(
    company,
    company.organizationFields,
    organization.custom,
    patch.custom_fields,
  );
  organization.fields = { ...organization.fields, ...fieldsOf(patch) };
  organization.address = patch.address ?? organization.address;
  organization.updateMs = company.clock.nowMs();
  index(company, organization);
}

/** Marks an organization as deleted; its deals keep their link. */
export function deleteOrganization(company: Company, organization: OrganizationRecord): void {
  organization.isDeleted = true;
  organization.updateMs = company.clock.nowMs();
  index(company, organization);
}
