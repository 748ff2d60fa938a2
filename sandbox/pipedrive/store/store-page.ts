import { pageByCursor, readCursor, takePage } from "../cursor";
import type { CursorPage, CursorRules, PageQuery } from "../cursor";
import type { RecordStore, SortKey, StoredRecord } from "./record-store";

/** What every list of stored objects can be asked for. */
export interface StoreQuery extends PageQuery {
  readonly sort_by: SortKey;
  readonly sort_direction: "asc" | "desc";
  readonly ids?: readonly number[] | undefined;
  readonly updated_since?: number | undefined;
}

/** Up to so many rows are gathered and sorted; beyond, an order is walked instead. */
const FEW = 2000;

function sortValue(row: StoredRecord, key: SortKey): number {
  if (key === "update_time") return row.updateMs;
  return key === "add_time" ? row.addMs : row.id;
}

function* those<T>(rows: Iterable<T>, passes: (row: T) => boolean): Generator<T> {
  for (const row of rows) if (passes(row)) yield row;
}

// Rows that hold all there is to find, when the query itself says where they are.
function fewCandidates<T extends StoredRecord>(
  store: RecordStore<T>,
  query: StoreQuery,
  group: number | undefined,
): readonly T[] | undefined {
  if (query.ids !== undefined) return query.ids.flatMap((id) => store.get(id) ?? []);
  if (group !== undefined) return store.group(group);
  const since = query.updated_since;
  if (since === undefined || store.countChangedSince(since) > FEW) return undefined;
  return [...store.ordered("update_time", "asc", { value: since, id: -1 })];
}

/** One page of the rows that pass, in the asked order, without sorting the whole store. */
export function pageOfStore<T extends StoredRecord>(
  store: RecordStore<T>,
  query: StoreQuery,
  rules: CursorRules,
  filter: { readonly passes: (row: T) => boolean; readonly group?: number | undefined },
): CursorPage<T> {
  const read = { sort: (row: T) => sortValue(row, query.sort_by), id: (row: T) => row.id };
  const few = fewCandidates(store, query, filter.group);
  if (few !== undefined) {
    const unique = [...new Set(few)];
    return pageByCursor(unique.filter(filter.passes), query, rules, read);
  }
  const start = readCursor(query.cursor, rules);
  const after = start === undefined ? undefined : { value: start.fieldValue, id: start.id };
  const rows = store.ordered(query.sort_by, query.sort_direction, after);
  return takePage(those(rows, filter.passes), query, rules, read);
}
