import type { Caller } from "./caller";
import type { Company } from "./company";
import { mergeCustomValues } from "./custom-values";
import { DEAL } from "./deal-kind";
import { geocoded } from "./geocoding";
import { deletedRefusal } from "./lifetime";
import { ORGANIZATION } from "./organization-kind";
import { recordChanged, recordCreated } from "./record-changes";
import type { CustomValues, OrganizationFields, OrganizationRecord } from "./records";
import { requireUser } from "./references";
import type { Address } from "./schemas/address";
import type { OrganizationCreate, OrganizationPatch } from "./schemas/organization";

const KEPT_AS_FIELDS = new Set<string>([
  "name",
  "owner_id",
  "visible_to",
  "label_ids",
  "website",
  "linkedin",
  "industry",
  "annual_revenue",
  "employee_count",
]);

const NO_VALUES: CustomValues = new Map();
const NOTHING: ReadonlySet<string> = new Set();

/** Properties that a lenient server lets be cleared with `null` (facts §13.3). */
export const CLEARABLE_OF_ORGANIZATIONS = ["address"] as const;

function fieldsOf(patch: OrganizationPatch): Partial<OrganizationFields> {
  return Object.fromEntries(Object.entries(patch).filter(([key]) => KEPT_AS_FIELDS.has(key)));
}

function addressOf(company: Company, address: Address | undefined): Address | null {
  if (address === undefined) return null;
  return company.switches.geocodesAddress ? geocoded(address) : address;
}

/** Creates an organization; names need not be unique (facts §5). */
export function createOrganization(
  company: Company,
  caller: Caller,
  body: OrganizationCreate,
): OrganizationRecord {
  if (body.owner_id !== undefined) requireUser(company, body.owner_id);
  const custom = mergeCustomValues(company, company.organizationFields, NO_VALUES, body.custom_fields);
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
    address: addressOf(company, body.address),
    custom,
    updateMs: nowMs,
    isDeleted: false,
  };
  recordCreated(company, caller, ORGANIZATION, organization);
  return organization;
}

/** Changes the properties the body names; an address is replaced as a whole. */
export function patchOrganization(
  company: Company,
  caller: Caller,
  organization: OrganizationRecord,
  patch: OrganizationPatch,
  cleared: ReadonlySet<string> = NOTHING,
): void {
  if (organization.isDeleted) throw deletedRefusal(company, "Organization");
  if (patch.owner_id !== undefined) requireUser(company, patch.owner_id);
  const { organizationFields } = company;
  const custom = mergeCustomValues(company, organizationFields, organization.custom, patch.custom_fields);
  recordChanged(company, caller, ORGANIZATION, organization, () => {
    organization.custom = custom;
    organization.fields = { ...organization.fields, ...fieldsOf(patch) };
    organization.address = addressOf(company, patch.address) ?? organization.address;
    if (cleared.has("address")) organization.address = null;
  });
}

/** Marks an organization as deleted; whether its deals keep their link is a switch (facts §13.12). */
export function deleteOrganization(company: Company, caller: Caller, organization: OrganizationRecord): void {
  recordChanged(company, caller, ORGANIZATION, organization, () => {
    organization.isDeleted = true;
  });
  if (!company.switches.organizationDeleteClearsDeals) return;
  for (const deal of company.deals.group(organization.id)) {
    recordChanged(company, caller, DEAL, deal, () => {
      deal.fields = { ...deal.fields, org_id: null };
    });
  }
}
