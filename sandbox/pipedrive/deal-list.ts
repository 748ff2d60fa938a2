import type { Company } from "./company";
import { pageByCursor } from "./cursor";
import type { CursorPage } from "./cursor";
import { dealView } from "./deal-view";
import { validationFailed } from "./errors";
import { isPurged } from "./lifetime";
import type { DealRecord } from "./records";
import type { DealListQuery } from "./schemas/deal";
import { passesTimes } from "./passes-times";

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

function find(company: Company, query: DealListQuery, isArchived: boolean): DealRecord[] {
  if (query.filter_id !== undefined) throw validationFailed(`filter_id: Filter ${query.filter_id} not found`);
  return [...company.deals.values()].filter(
    (deal) =>
      deal.isArchived === isArchived &&
      !isPurged(company, deal) &&
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

/** One page of the deals that a query asks for; archived ones are listed apart (facts §3.2, §5). */
export function listDeals(company: Company, query: DealListQuery, isArchived: boolean): CursorPage<object> {
  const found = pageByCursor(find(company, query, isArchived), query, {
    sort: (deal) => sortValue(deal, query.sort_by),
    id: (deal) => deal.id,
  });
  return { ...found, rows: found.rows.map((deal) => dealView(company, deal, query)) };
}
