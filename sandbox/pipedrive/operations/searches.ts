import { itemSearchFieldQuery, organizationSearchQuery } from "../schemas/search";
import { searchField, searchOrganizations } from "../search";
import { noBody, operation, route } from "./operation";
import type { Operation } from "./operation";
import { CONTACTS_READ, SEARCH } from "./scopes";

/** Searches, which have a window of their own and read an index that lags behind (facts §4). */
export const searchOperations: readonly Operation[] = [
  operation({
    ...route("GET", "/api/v2/organizations/search", 20, [...CONTACTS_READ, ...SEARCH]),
    query: organizationSearchQuery,
    body: noBody,
    handle: ({ company, query }) => searchOrganizations(company, query),
  }),
  operation({
    ...route("GET", "/api/v2/itemSearch/field", 20, SEARCH),
    query: itemSearchFieldQuery,
    body: noBody,
    handle: ({ company, query }) => searchField(company, query),
  }),
];
