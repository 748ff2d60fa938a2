import { pageOf, readPaging } from "./paging";
import type { Page } from "./paging";
import type { Reading } from "./reading";
import { readSearch, searchFor } from "./search";
import type { Filter, Search } from "./search";
import type { Shelf } from "./shelf";

interface Listed {
  readonly id: number;
  readonly visState: number;
}

export interface ListRules<T> {
  /** The few records, oldest first, among which all that a search means must be; absent: it may mean any. */
  readonly narrow?: (search: Search) => readonly T[] | undefined;
  readonly filters: ReadonlyMap<string, Filter<T>>;
  readonly sorts: ReadonlyMap<string, (record: T) => string | number>;
}

function compare(left: string | number, right: string | number): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function sorted<T>(newestFirst: T[], sort: string | null, rules: ListRules<T>): T[] {
  // An undocumented `key:asc` came back by ascending id (facts §5.4); any other unknown sort is ignored.
  if (sort?.endsWith(":asc") === true) return newestFirst.reverse();
  const [, key = "", direction] = /^(.+?)(?:_|:)(asc|desc)$/.exec(sort ?? "") ?? [];
  const read = rules.sorts.get(key);
  if (read === undefined) return newestFirst;
  const sign = direction === "desc" ? -1 : 1;
  // Sorting is stable, so that equal rows stay newest first.
  return newestFirst.sort((a, b) => sign * compare(read(a), read(b)));
}

function find<T extends Listed>(shelf: Shelf<T>, parameters: URLSearchParams, rules: ListRules<T>): T[] {
  const search = readSearch(parameters);
  const passes = searchFor(search, rules.filters);
  const showsDeleted = search.has("vis_state");
  const rows = rules.narrow?.(search) ?? shelf.rows;
  const newestFirst: T[] = [];
  for (let place = rows.length - 1; place >= 0; place -= 1) {
    const record = rows[place];
    if (record === undefined || (!showsDeleted && record.visState === 1)) continue;
    if (passes(record)) newestFirst.push(record);
  }
  return sorted(newestFirst, parameters.get("sort"), rules);
}

/** Which rows a query means, whatever the page: one key for all calls that mean the same. */
function keyOf(reading: Reading, membership: number, parameters: URLSearchParams): string {
  const query = [...parameters].filter(([name]) => name === "sort" || name.startsWith("search["));
  // A plain list has the same rows until one comes or goes, whatever else of them is changed.
  if (query.length === 0) return `plain ${membership}`;
  return JSON.stringify([reading.ledger.revision, reading.today, query]);
}

/**
 * A page of an accounting list: active and archived records, unless `vis_state` is searched for; newest id first,
 * unless a sort key that works is named (facts §7, §8).
 */
export function listRecords<T extends Listed>(
  reading: Reading,
  shelf: Shelf<T>,
  parameters: URLSearchParams,
  rules: ListRules<T>,
): Page<T> {
  const paging = readPaging(parameters);
  const rows = shelf.remembered(keyOf(reading, shelf.membership, parameters), () =>
    find(shelf, parameters, rules),
  );
  return pageOf(rows, paging, reading.switches.extraInTotal);
}
