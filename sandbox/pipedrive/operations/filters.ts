import { one } from "../answers";
import { createFilter, filterView, requireFilter, wholeFilterView } from "../filter-acts";
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
    handle: ({ company, caller, query, body }) =>
      one(wholeFilterView(company, createFilter(company, caller, body), query.include_field_code)),
  }),
  operation({
    ...route("GET", `${PATH}/{id}`, 2, READ),
    query: fieldCodeQuery,
    body: noBody,
    handle: (call) => {
      const filter = requireFilter(call.company, idOf(call));
      return one(wholeFilterView(call.company, filter, call.query.include_field_code));
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
