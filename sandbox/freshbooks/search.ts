import { dateInZone } from "../lib/zone-time";
import { ACCOUNTING_ZONE } from "./stamps";

/** Values of each `search[key]=v` and `search[keys][]=v`, in order. */
export type Search = ReadonlyMap<string, readonly string[]>;

/** Whether a record passes one search key with the values given. */
export type Filter<T> = (record: T, values: readonly string[]) => boolean;

export function readSearch(parameters: URLSearchParams): Search {
  const search = new Map<string, string[]>();
  for (const [name, value] of parameters) {
    const key = /^search\[([^\]]+)\](?:\[\])?$/.exec(name)?.[1];
    if (key !== undefined) search.set(key, [...(search.get(key) ?? []), value]);
  }
  return search;
}

/** Records that pass every known key; keys FreshBooks does not know are silently ignored (facts §8). */
export function applySearch<T>(
  records: Iterable<T>,
  search: Search,
  filters: ReadonlyMap<string, Filter<T>>,
): T[] {
  const active = [...search].flatMap(([key, values]) => {
    const filter = filters.get(key);
    return filter === undefined ? [] : [(record: T) => filter(record, values)];
  });
  return [...records].filter((record) => active.every((passes) => passes(record)));
}

/** Equality with the first value. */
export function equals<T>(read: (record: T) => string | number): Filter<T> {
  return (record, values) => String(read(record)) === values[0];
}

/** Equality with any of the values. */
export function oneOf<T>(read: (record: T) => string | number): Filter<T> {
  return (record, values) => values.includes(String(read(record)));
}

/** Contains the first value, whatever the case. */
export function like<T>(read: (record: T) => string): Filter<T> {
  return (record, values) =>
    read(record)
      .toLowerCase()
      .includes((values[0] ?? "").toLowerCase());
}

/** A yes-or-no property asked for as `true`/`1` or anything else. */
export function isTrue<T>(read: (record: T) => boolean): Filter<T> {
  return (record, values) => read(record) === ["true", "1"].includes(values[0] ?? "");
}

/** On or after a date; for instants give {@link changedOn} as the reader. */
export function from<T>(read: (record: T) => string): Filter<T> {
  return (record, values) => read(record) >= (values[0] ?? "");
}

export function upTo<T>(read: (record: T) => string): Filter<T> {
  return (record, values) => read(record) <= (values[0] ?? "");
}

export function before<T>(read: (record: T) => string): Filter<T> {
  return (record, values) => read(record) < (values[0] ?? "");
}

/** The Eastern day of the last change: `updated_min/max` know days only (facts §4). */
export function changedOn(record: { readonly updatedMs: number }): string {
  return dateInZone(record.updatedMs, ACCOUNTING_ZONE);
}
