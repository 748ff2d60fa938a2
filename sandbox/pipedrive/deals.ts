import { Hono } from "hono";

import { bodyOf, idOf, list, one, queryOf } from "./answers";
import { pageByCursor } from "./cursor";
import { createDeal, deleteDeal, patchDeal } from "./deal-acts";
import { dealView } from "./deal-view";
import { validationFailed } from "./errors";
import type { GateEnv } from "./gate";
import { isPurged, requireRecord } from "./lifetime";
import type { DealRecord } from "./records";
import {
  archivedListQuery,
  dealCreateSchema,
  dealGetQuery,
  dealListQuery,
  dealPatchSchema,
} from "./schemas/deal";
import type { DealListQuery } from "./schemas/deal";
import type { PipedriveBox, PipedriveWorld } from "./world";

const BASE = "/api/v2/deals";

function passesIds(deal: DealRecord, query: DealListQuery): boolean {
  const pairs = [
    [query.owner_id, deal.fields.owner_id],
    [query.person_id, deal.fields.person_id],
    [query.org_id, deal.fields.org_id],
    [query.pipeline_id, deal.pipelineId],
    [query.stage_id, deal.stageId],
  ];
  return pairs.every(([wanted, actual]) => wanted === undefined || wanted === actual);
}

function passesStatus(deal: DealRecord, query: DealListQuery): boolean {
  const shown = deal.isDeleted ? "deleted" : deal.status;
  return query.status === undefined ? !deal.isDeleted : query.status.includes(shown);
}

function passesTimes(
  updateMs: number,
  query: Pick<DealListQuery, "updated_since" | "updated_until">,
): boolean {
  const wholeMs = Math.floor(updateMs / 1000) * 1000;
  const isSince = query.updated_since === undefined || wholeMs >= query.updated_since;
  return isSince && (query.updated_until === undefined || wholeMs < query.updated_until);
}

function find(world: PipedriveWorld, query: DealListQuery, isArchived: boolean): DealRecord[] {
  if (query.filter_id !== undefined) throw validationFailed(`filter_id: Filter ${query.filter_id} not found`);
  return [...world.deals.values()].filter(
    (deal) =>
      deal.isArchived === isArchived &&
      !isPurged(world, deal) &&
      (query.ids === undefined || query.ids.includes(deal.id)) &&
      passesIds(deal, query) &&
      passesStatus(deal, query) &&
      passesTimes(deal.updateMs, query),
  );
}

function sortValue(deal: DealRecord, sortBy: DealListQuery["sort_by"]): number {
  if (sortBy === "update_time") return deal.updateMs;
  return sortBy === "add_time" ? deal.addMs : deal.id;
}

function page(world: PipedriveWorld, query: DealListQuery, isArchived: boolean) {
  const found = pageByCursor(find(world, query, isArchived), query, {
    sort: (deal) => sortValue(deal, query.sort_by),
    id: (deal) => deal.id,
  });
  return { ...found, rows: found.rows.map((deal) => dealView(world, deal, query)) };
}

/** Deals (facts §3.2, §5). */
export function dealRoutes(box: PipedriveBox): Hono<GateEnv> {
  const routes = new Hono<GateEnv>();
  const deal = (id: number) => requireRecord(box.world, box.world.deals.get(id));
  routes.get(`${BASE}/archived`, (c) => list(c, page(box.world, queryOf(c, archivedListQuery), true)));
  routes.get(BASE, (c) => list(c, page(box.world, queryOf(c, dealListQuery), false)));
  routes.post(BASE, async (c) => {
    const body = await bodyOf(c, dealCreateSchema);
    return one(c, dealView(box.world, createDeal(box.world, c.var.caller, body)));
  });
  routes.get(`${BASE}/:id`, (c) => one(c, dealView(box.world, deal(idOf(c)), queryOf(c, dealGetQuery))));
  routes.patch(`${BASE}/:id`, async (c) => {
    const body = await bodyOf(c, dealPatchSchema);
    const found = deal(idOf(c));
    patchDeal(box.world, found, body);
    return one(c, dealView(box.world, found));
  });
  routes.delete(`${BASE}/:id`, (c) => {
    const found = deal(idOf(c));
    deleteDeal(box.world, found);
    return one(c, { id: found.id });
  });
  return routes;
}
