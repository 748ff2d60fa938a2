import { Hono } from "hono";
import type { z } from "zod";

import { bodyOf, idOf, list, one, queryOf } from "./answers";
import { pageByCursor } from "./cursor";
import { validationFailed } from "./errors";
import type { GateEnv } from "./gate";
import { requireRecord } from "./lifetime";
import { createOrganization, deleteOrganization, patchOrganization } from "./organization-acts";
import { organizationView } from "./organization-view";
import type { OrganizationRecord } from "./records";
import {
  organizationCreateSchema,
  organizationGetQuery,
  organizationListQuery,
  organizationPatchSchema,
} from "./schemas/organization";
import { searchOrganizations } from "./search";
import type { PipedriveBox, PipedriveWorld } from "./world";

const BASE = "/api/v2/organizations";

type ListQuery = z.output<typeof organizationListQuery>;

function passes(organization: OrganizationRecord, query: ListQuery): boolean {
  const wholeMs = Math.floor(organization.updateMs / 1000) * 1000;
  return [
    !organization.isDeleted,
    query.ids === undefined || query.ids.includes(organization.id),
    query.owner_id === undefined || query.owner_id === organization.fields.owner_id,
    query.updated_since === undefined || wholeMs >= query.updated_since,
    query.updated_until === undefined || wholeMs < query.updated_until,
  ].every(Boolean);
}

function sortValue(organization: OrganizationRecord, sortBy: ListQuery["sort_by"]): number {
  if (sortBy === "update_time") return organization.updateMs;
  return sortBy === "add_time" ? organization.addMs : organization.id;
}

// Deleted organizations are never listed: there is no status filter for them (facts §3.2).
function page(world: PipedriveWorld, query: ListQuery) {
  if (query.filter_id !== undefined) throw validationFailed(`filter_id: Filter ${query.filter_id} not found`);
  const found = pageByCursor(
    [...world.organizations.values()].filter((organization) => passes(organization, query)),
    query,
    { sort: (organization) => sortValue(organization, query.sort_by), id: (organization) => organization.id },
  );
  return { ...found, rows: found.rows.map((organization) => organizationView(world, organization, query)) };
}

/** Organizations (facts §3.2, §5). */
export function organizationRoutes(box: PipedriveBox): Hono<GateEnv> {
  const routes = new Hono<GateEnv>();
  const organization = (id: number) => requireRecord(box.world, box.world.organizations.get(id));
  routes.get(`${BASE}/search`, (c) => searchOrganizations(box.world, c));
  routes.get(BASE, (c) => list(c, page(box.world, queryOf(c, organizationListQuery))));
  routes.post(BASE, async (c) => {
    const body = await bodyOf(c, organizationCreateSchema);
    return one(c, organizationView(box.world, createOrganization(box.world, c.var.caller, body)));
  });
  routes.get(`${BASE}/:id`, (c) => {
    const query = queryOf(c, organizationGetQuery);
    return one(c, organizationView(box.world, organization(idOf(c)), query));
  });
  routes.patch(`${BASE}/:id`, async (c) => {
    const body = await bodyOf(c, organizationPatchSchema);
    const found = organization(idOf(c));
    patchOrganization(box.world, found, body);
    return one(c, organizationView(box.world, found));
  });
  routes.delete(`${BASE}/:id`, (c) => {
    const found = organization(idOf(c));
    deleteOrganization(box.world, found);
    return one(c, { id: found.id });
  });
  return routes;
}
