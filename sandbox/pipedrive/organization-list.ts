import type { z } from "zod";

import type { Company } from "./company";
import { pageByCursor } from "./cursor";
import type { CursorPage } from "./cursor";
import { validationFailed } from "./errors";
import { organizationView } from "./organization-view";
import { passesTimes } from "./passes-times";
import type { OrganizationRecord } from "./records";
import type { organizationListQuery } from "./schemas/organization";

type ListQuery = z.output<typeof organizationListQuery>;

function passes(organization: OrganizationRecord, query: ListQuery): boolean {
  return [
    !organization.isDeleted,
    query.ids === undefined || query.ids.includes(organization.id),
    query.owner_id === undefined || query.owner_id === organization.fields.owner_id,
    passesTimes(organization.updateMs, query),
  ].every(Boolean);
}

function sortValue(organization: OrganizationRecord, sortBy: ListQuery["sort_by"]): number {
  if (sortBy === "update_time") return organization.updateMs;
  return sortBy === "add_time" ? organization.addMs : organization.id;
}

/** One page of organizations. Deleted ones are never listed: there is no status filter for them (facts §3.2). */
export function listOrganizations(company: Company, query: ListQuery): CursorPage<object> {
  if (query.filter_id !== undefined) throw validationFailed(`filter_id: Filter ${query.filter_id} not found`);
  const found = pageByCursor(
    [...company.organizations.values()].filter((organization) => passes(organization, query)),
    query,
    { sort: (organization) => sortValue(organization, query.sort_by), id: (organization) => organization.id },
  );
  return { ...found, rows: found.rows.map((organization) => organizationView(company, organization, query)) };
}
