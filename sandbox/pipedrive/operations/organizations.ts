import { list, one } from "../answers";
import type { Company } from "../company";
import { requireReadable, requireRecord } from "../lifetime";
import {
  CLEARABLE_OF_ORGANIZATIONS,
  createOrganization,
  deleteOrganization,
  patchOrganization,
} from "../organization-acts";
import { listOrganizations } from "../organization-list";
import type { ViewChoice } from "../deal-view";
import { organizationView } from "../organization-view";
import type { OrganizationRecord } from "../records";
import {
  organizationCreateSchema,
  organizationGetQuery,
  organizationListQuery,
  organizationPatchSchema,
} from "../schemas/organization";
import { idOf, noBody, noQuery, operation, route } from "./operation";
import type { Operation } from "./operation";
import { CONTACTS_READ, CONTACTS_WRITE } from "./scopes";

const PATH = "/api/v2/organizations";

function organizationOf(call: {
  readonly company: Company;
  readonly params: ReadonlyMap<string, string>;
}): OrganizationRecord {
  return requireRecord(call.company, call.company.organizations.get(idOf(call)));
}

function readOrganization(company: Company, id: number, choice: ViewChoice): object {
  const organization = requireReadable(company, company.organizations.get(id));
  const without_nulls = !company.switches.singleGetShowsNulls;
  return organizationView(company, organization, { ...choice, without_nulls });
}

/** Organizations (facts §3.2, §5). */
export const organizationOperations: readonly Operation[] = [
  operation({
    ...route("GET", PATH, 10, CONTACTS_READ),
    query: organizationListQuery,
    body: noBody,
    handle: ({ company, query }) => list(listOrganizations(company, query)),
  }),
  operation({
    ...route("POST", PATH, 5, CONTACTS_WRITE),
    query: noQuery,
    body: organizationCreateSchema,
    clearable: CLEARABLE_OF_ORGANIZATIONS,
    handle: ({ company, caller, body }) =>
      one(organizationView(company, createOrganization(company, caller, body))),
  }),
  operation({
    ...route("GET", `${PATH}/{id}`, 1, CONTACTS_READ),
    query: organizationGetQuery,
    body: noBody,
    handle: (call) => one(readOrganization(call.company, idOf(call), call.query)),
  }),
  operation({
    ...route("PATCH", `${PATH}/{id}`, 5, CONTACTS_WRITE),
    query: noQuery,
    body: organizationPatchSchema,
    clearable: CLEARABLE_OF_ORGANIZATIONS,
    handle: (call) => {
      const organization = organizationOf(call);
      patchOrganization(call.company, call.caller, organization, call.body, call.cleared);
      return one(organizationView(call.company, organization));
    },
  }),
  operation({
    ...route("DELETE", `${PATH}/{id}`, 3, CONTACTS_WRITE),
    query: noQuery,
    body: noBody,
    handle: (call) => {
      const organization = organizationOf(call);
      deleteOrganization(call.company, call.caller, organization);
      return one({ id: organization.id });
    },
  }),
];
