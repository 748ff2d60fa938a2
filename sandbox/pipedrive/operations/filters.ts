import { one } from "../answers";
import { createFilter, filterView, requireFilter } from "../filter-acts";
import { fieldCodeQuery, filterCreateSchema, filterListQuery } from "../schemas/filter";
import { idOf, noBody, noQuery, operation, route } from "./operation";
import type { Operation } from "./operation";

const PATH = "/api/v1/filters";
const READ = [
  "deals:read",
  "deals:full",
  "activities:read",
  "activities:full",
  "contacts:read",
  "contacts:full",
];
const WRITE = ["deals:full", "activities:full", "contacts:full"];

/** Saved filters, which exist in v1 only; `filter_id` of the lists refers to them (facts §3.1, §4). */
export const filterOperations: readonly Operation[] = [
  operation({
    ...route("GET", PATH, 20, READ),
    query: filterListQuery,
    body: noBody,
    handle: ({ company, query }) =>
      one(
        [...company.filters.values()]
          .filter(({ type }) => query.type === undefined || type === query.type)
          .map(filterView),
      ),
  }),
  operation({
    ...route("POST", PATH, 10, WRITE),
    query: fieldCodeQuery,
    body: filterCreateSchema,
    handle: ({ company, caller, body }) => one({ id: createFilter(company, caller, body).id }),
  }),
  operation({
    ...route("GET", `${PATH}/{id}`, 2, READ),
    query: fieldCodeQuery,
    body: noBody,
    handle: (call) => {
      const filter = requireFilter(call.company, idOf(call));
      return one({ ...filterView(filter), conditions: filter.conditions });
    },
  }),
  operation({
    ...route("DELETE", `${PATH}/{id}`, 6, WRITE),
    query: noQuery,
    body: noBody,
    handle: (call) => {
      const { id } = requireFilter(call.company, idOf(call));
      call.company.filters.delete(id);
      return one({ id });
    },
  }),
];
