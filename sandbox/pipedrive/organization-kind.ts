import { plainTexts, searchableValues } from "./custom-values";
import { organizationView } from "./organization-view";
import type { RecordKind } from "./record-changes";
import type { OrganizationRecord } from "./records";

/** How organizations are kept, shown and searched. */
export const ORGANIZATION: RecordKind<OrganizationRecord> = {
  name: "organization",
  storeOf: (company) => company.organizations,
  view: organizationView,
  texts: ({ fields, address, custom }) => [fields.name, address?.value ?? "", ...plainTexts(custom)],
  snapshot: (company, organization) => ({
    name: organization.fields.name,
    address: organization.address?.value ?? null,
    emails: [],
    phones: [],
    custom: searchableValues(company.organizationFields, organization.custom),
  }),
};
