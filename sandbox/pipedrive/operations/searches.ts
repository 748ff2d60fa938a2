import { searchField } from "../field-search";
import {
  dealSearchQuery,
  itemSearchFieldQuery,
  itemSearchQuery,
  organizationSearchQuery,
  personSearchQuery,
} from "../schemas/search";
import { searchDeals, searchItems, searchOrganizations, searchPersons } from "../search";
import { noBody, operation, route } from "./operation";
import type { Operation } from "./operation";
import { CONTACTS_READ, DEALS_READ, SEARCH } from "./scopes";

/** Searches, which have a window of their own and read an index that lags behind (facts §4). */
export const searchOperations: readonly Operation[] = [
  operation({
    ...route("GET", "/api/v2/deals/search", 20, [...DEALS_READ, ...SEARCH]),
    query: dealSearchQuery,
    body: noBody,
    handle: ({ company, query }) => searchDeals(company, query),
  }),
  operation({
    ...route("GET", "/api/v2/organizations/search", 20, [...CONTACTS_READ, ...SEARCH]),
    query: organizationSearchQuery,
    body: noBody,
    handle: ({ company, query }) => searchOrganizations(company, query),
  }),
  operation({
    ...route("GET", "/api/v2/persons/search", 20, [...CONTACTS_READ, ...SEARCH]),
    query: personSearchQuery,
    body: noBody,
    handle: ({ company, query }) => searchPersons(company, query),
  }),
  operation({
    ...route("GET", "/api/v2/itemSearch", 20, SEARCH),
    query: itemSearchQuery,
    body: noBody,
    handle: ({ company, query }) => searchItems(company, query),
  }),
  operation({
    ...route("GET", "/api/v2/itemSearch/field", 20, SEARCH),
    query: itemSearchFieldQuery,
    body: noBody,
    handle: ({ company, query }) => searchField(company, query),
  }),
];
