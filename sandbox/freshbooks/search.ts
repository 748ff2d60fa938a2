import { easternDayStart } from "./stamps";

/** Values of each `search[key]=v` and `search[keys][]=v`, in order. */
export type Search = ReadonlyMap<string, readonly string[]>;

type Passes<T> = (record: T) => boolean;

/** Makes of the values of a search key the question whether a record passes it. */
export type Filter<T> = (values: readonly string[]) => Passes<T>;

/** Records changed at an instant. */
interface Stamped {
  readonly updatedMs: number;
}

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
  records: readonly T[],
  search: Search,
  filters: ReadonlyMap<string, Filter<T>>,
): T[] {
  const active = [...search].flatMap(([key, values]) => filters.get(key)?.(values) ?? []);
  return records.filter((record) => active.every((passes) => passes(record)));
}

/** Equality with the first value. */
export function equals<T>(read: (record: T) => string | number): Filter<T> {
  return ([wanted]) =>
    (record) =>
      String(read(record)) === wanted;
}

/** Equality with any of the values. */
export function oneOf<T>(read: (record: T) => string | number): Filter<T> {
  return (values) => {
    const wanted = new Set(values);
    return (record) => wanted.has(String(read(record)));
  };
}

/** Contains the first value, whatever the case. */
export function like<T>(read: (record: T) => string): Filter<T> {
  return ([wanted = ""]) => {
    const part = wanted.toLowerCase();
    return (record) => read(record).toLowerCase().includes(part);
  };
}

/** A yes-or-no property asked for as `true`/`1` or anything else. */
export function isTrue<T>(read: (record: T) => boolean): Filter<T> {
  return ([wanted = ""]) => {
    const isWanted = ["true", "1"].includes(wanted);
    return (record) => read(record) === isWanted;
  };
}

/** On or after a date. */
export function from<T>(read: (record: T) => string): Filter<T> {
  return ([day = ""]) =>
    (record) =>
      read(record) >= day;
}

export function upTo<T>(read: (record: T) => string): Filter<T> {
  return ([day = ""]) =>
    (record) =>
      read(record) <= day;
}

export function before<T>(read: (record: T) => string): Filter<T> {
  return ([day = ""]) =>
    (record) =>
      read(record) < day;
}

/** Changed on that Eastern day or later; stamps are searched by whole days only, and what is no day is ignored. */
export const changedFrom: Filter<Stamped> = ([day = ""]) => {
  const startMs = easternDayStart(day);
  return ({ updatedMs }) => startMs === undefined || updatedMs >= startMs;
};

/** Changed before that Eastern day (facts §4). */
export const changedBefore: Filter<Stamped> = ([day = ""]) => {
  const startMs = easternDayStart(day);
  return ({ updatedMs }) => startMs === undefined || updatedMs < startMs;
};

const IGNORED: Filter<Stamped> = () => () => true;

/** `updated_min` and `updated_max`, the former without effect where it is not honoured (facts §5.4). */
export function updatedFilters(isMinHonoured: boolean): readonly (readonly [string, Filter<Stamped>])[] {
  return [
    ["updated_min", isMinHonoured ? changedFrom : IGNORED],
    ["updated_max", changedBefore],
  ];
}
