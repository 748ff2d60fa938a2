import { list, one } from "../answers";
import type { Company } from "../company";
import { requireRecord } from "../lifetime";
import { createOrganization, deleteOrganization, patchOrganization } from "../organization-acts";
import { listOrganizations } from "../organization-list";
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
    handle: ({ company, caller, body }) =>
      one(organizationView(company, createOrganization(company, caller, body))),
  }),
  operation({
    ...route("GET", `${PATH}/{id}`, 1, CONTACTS_READ),
    query: organizationGetQuery,
    body: noBody,
    handle: (call) => one(organizationView(call.company, organizationOf(call), call.query)),
  }),
  operation({
    ...route("PATCH", `${PATH}/{id}`, 5, CONTACTS_WRITE),
    query: noQuery,
    body: organizationPatchSchema,
    handle: (call) => {
      const organization = organizationOf(call);
      patchOrganization(call.company, organization, call.body);
      return one(organizationView(call.company, organization));
    },
  }),
  operation({
    ...route("DELETE", `${PATH}/{id}`, 3, CONTACTS_WRITE),
    query: noQuery,
    body: noBody,
    handle: (call) => {
      const organization = organizationOf(call);
      deleteOrganization(call.company, organization);
      return one({ id: organization.id });
    },
  }),
];
