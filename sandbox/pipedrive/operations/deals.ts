import { list, one } from "../answers";
import type { Company } from "../company";
import { CLEARABLE_OF_DEALS, createDeal, deleteDeal, patchDeal } from "../deal-acts";
import { listDeals } from "../deal-list";
import { dealView } from "../deal-view";
import type { ViewChoice } from "../deal-view";
import { requireReadable, requireRecord } from "../lifetime";
import type { DealRecord } from "../records";
import {
  archivedListQuery,
  dealCreateSchema,
  dealGetQuery,
  dealListQuery,
  dealPatchSchema,
} from "../schemas/deal";
import { idOf, noBody, noQuery, operation, route } from "./operation";
import type { Operation } from "./operation";
import { DEALS_READ, DEALS_WRITE } from "./scopes";

const PATH = "/api/v2/deals";

function dealOf(call: {
  readonly company: Company;
  readonly params: ReadonlyMap<string, string>;
}): DealRecord {
  return requireRecord(call.company, call.company.deals.get(idOf(call)));
}

function readDeal(company: Company, id: number, choice: ViewChoice): object {
  const without_nulls = !company.switches.singleGetShowsNulls;
  return dealView(company, requireReadable(company, company.deals.get(id)), { ...choice, without_nulls });
}

/** Deals (facts §3.2, §5). */
export const dealOperations: readonly Operation[] = [
  operation({
    ...route("GET", `${PATH}/archived`, 20, DEALS_READ),
    query: archivedListQuery,
    body: noBody,
    handle: ({ company, query }) => list(listDeals(company, query, true)),
  }),
  operation({
    ...route("GET", PATH, 10, DEALS_READ),
    query: dealListQuery,
    body: noBody,
    handle: ({ company, query }) => list(listDeals(company, query, false)),
  }),
  operation({
    ...route("POST", PATH, 5, DEALS_WRITE),
    query: noQuery,
    body: dealCreateSchema,
    clearable: CLEARABLE_OF_DEALS,
    handle: ({ company, caller, body }) => one(dealView(company, createDeal(company, caller, body))),
  }),
  operation({
    ...route("GET", `${PATH}/{id}`, 1, DEALS_READ),
    query: dealGetQuery,
    body: noBody,
    handle: (call) => one(readDeal(call.company, idOf(call), call.query)),
  }),
  operation({
    ...route("PATCH", `${PATH}/{id}`, 5, DEALS_WRITE),
    query: noQuery,
    body: dealPatchSchema,
    clearable: CLEARABLE_OF_DEALS,
    handle: (call) => {
      const deal = dealOf(call);
      patchDeal(call.company, call.caller, deal, call.body, call.cleared);
      return one(dealView(call.company, deal));
    },
  }),
  operation({
    ...route("DELETE", `${PATH}/{id}`, 3, DEALS_WRITE),
    query: noQuery,
    body: noBody,
    handle: (call) => {
      const deal = dealOf(call);
      deleteDeal(call.company, call.caller, deal);
      return one({ id: deal.id });
    },
  }),
];
