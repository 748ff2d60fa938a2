import type { Company } from "./company";
import type { CursorPage } from "./cursor";
import { cursorRules } from "./cursor-rules";
import { dealView } from "./deal-view";
import { filterOf } from "./filter-acts";
import { isPurged } from "./lifetime";
import { passesTimes } from "./passes-times";
import type { DealRecord } from "./records";
import type { DealListQuery } from "./schemas/deal";
import { pageOfStore } from "./store/store-page";

function passesIds(deal: DealRecord, query: DealListQuery): boolean {
  const { fields } = deal;
  return (
    (query.owner_id === undefined || query.owner_id === fields.owner_id) &&
    (query.person_id === undefined || query.person_id === fields.person_id) &&
    (query.org_id === undefined || query.org_id === fields.org_id) &&
    (query.pipeline_id === undefined || query.pipeline_id === deal.pipelineId) &&
    (query.stage_id === undefined || query.stage_id === deal.stageId)
  );
}

function passesStatus(deal: DealRecord, query: DealListQuery): boolean {
  if (query.status === undefined) return !deal.isDeleted;
  return query.status.includes(deal.isDeleted ? "deleted" : deal.status);
}

// A filter overrides ids, owner and the like without a word (facts §3.2).
function withFilter(query: DealListQuery): DealListQuery {
  if (query.filter_id === undefined) return query;
  const { limit, cursor, sort_by, sort_direction, status, updated_since, updated_until } = query;
  const { include_fields, custom_fields } = query;
  return {
    ...{ limit, cursor, sort_by, sort_direction, status, updated_since, updated_until },
    ...{ include_fields, custom_fields, filter_id: query.filter_id },
  };
}

/** One page of the deals that a query asks for; archived ones are listed apart (facts §3.2, §5). */
export function listDeals(company: Company, asked: DealListQuery, isArchived: boolean): CursorPage<object> {
  const filter = filterOf(company, "deals", asked.filter_id);
  const query = withFilter(asked);
  const passes = (deal: DealRecord) =>
    deal.isArchived === isArchived &&
    passesIds(deal, query) &&
    passesStatus(deal, query) &&
    passesTimes(deal.updateMs, query) &&
    !isPurged(company, deal) &&
    (filter === undefined || filter(dealView(company, deal)));
  const found = pageOfStore(company.deals, query, cursorRules(company), { passes, group: query.org_id });
  return { ...found, rows: found.rows.map((deal) => dealView(company, deal, asked)) };
}
