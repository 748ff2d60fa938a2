import type { z } from "zod";

import type { Company } from "./company";
import type { CursorPage } from "./cursor";
import { cursorRules } from "./cursor-rules";
import { filterOf } from "./filter-acts";
import { organizationView } from "./organization-view";
import { passesTimes } from "./passes-times";
import type { OrganizationRecord } from "./records";
import type { organizationListQuery } from "./schemas/organization";
import { pageOfStore } from "./store/store-page";

type ListQuery = z.output<typeof organizationListQuery>;

/** One page of organizations. Deleted ones are never listed: there is no status filter for them (facts §3.2). */
export function listOrganizations(company: Company, asked: ListQuery): CursorPage<object> {
  const filter = filterOf(company, "org", asked.filter_id);
  // A filter overrides ids and owner without a word (facts §3.2).
  const query = filter === undefined ? asked : { ...asked, ids: undefined, owner_id: undefined };
  const passes = (organization: OrganizationRecord) =>
    !organization.isDeleted &&
    (query.owner_id === undefined || query.owner_id === organization.fields.owner_id) &&
    passesTimes(organization.updateMs, query) &&
    (filter === undefined || filter(organizationView(company, organization)));
  const found = pageOfStore(company.organizations, query, cursorRules(company), { passes });
  return { ...found, rows: found.rows.map((organization) => organizationView(company, organization, query)) };
}
