import { pageOf, readPaging } from "./paging";
import type { Page } from "./paging";
import { applySearch, readSearch } from "./search";
import type { Filter } from "./search";

interface Listed {
  readonly id: number;
  readonly accountId: string;
  readonly visState: number;
}

export interface ListRules<T> {
  readonly filters: ReadonlyMap<string, Filter<T>>;
  readonly sorts: ReadonlyMap<string, (record: T) => string | number>;
}

function compare(left: string | number, right: string | number): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function sortRecords<T extends Listed>(records: T[], sort: string | null, rules: ListRules<T>): T[] {
  const [, key = "", direction] = /^(.+?)(?:_|:)(asc|desc)$/.exec(sort ?? "") ?? [];
  const read = rules.sorts.get(key);
  // An undocumented `key:asc` came back by ascending id (facts §5.4); any other unknown sort is ignored.
  if (sort?.endsWith(":asc") === true) return records.sort((a, b) => a.id - b.id);
  const newestFirst = records.sort((a, b) => b.id - a.id);
  if (read === undefined) return newestFirst;
  const sign = direction === "desc" ? -1 : 1;
  return newestFirst.sort((a, b) => sign * compare(read(a), read(b)));
}

/**
 * A page of an accounting list: active and archived records of the account, unless `vis_state` is searched for;
 * newest id first, unless a sort key that works is named (facts §7, §8).
 */
export function listRecords<T extends Listed>(
  records: Iterable<T>,
  accountId: string,
  parameters: URLSearchParams,
  rules: ListRules<T>,
): Page<T> {
  const search = readSearch(parameters);
  const own = [...records].filter((record) => record.accountId === accountId);
  const shown = search.has("vis_state") ? own : own.filter(({ visState }) => visState !== 1);
  const found = applySearch(shown, search, rules.filters);
  return pageOf(sortRecords(found, parameters.get("sort"), rules), readPaging(parameters));
}
