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

/** The whole numbers given for a key, or `undefined` if the search does not have it. */
export function numbersIn(search: Search, key: string): number[] | undefined {
  return search
    .get(key)
    ?.filter((value) => value !== "")
    .map(Number);
}

export function readSearch(parameters: URLSearchParams): Search {
  const search = new Map<string, string[]>();
  for (const [name, value] of parameters) {
    const key = /^search\[([^\]]+)\](?:\[\])?$/.exec(name)?.[1];
    if (key !== undefined) search.set(key, [...(search.get(key) ?? []), value]);
  }
  return search;
}

/** Whether a record passes every known key; keys FreshBooks does not know are silently ignored (facts §8). */
export function searchFor<T>(search: Search, filters: ReadonlyMap<string, Filter<T>>): Passes<T> {
  const active = [...search].flatMap(([key, values]) => filters.get(key)?.(values) ?? []);
  const [only] = active;
  if (only === undefined) return () => true;
  return active.length === 1 ? only : (record) => active.every((passes) => passes(record));
}

/** Equality with the first value. */
export function equals<T>(read: (record: T) => string): Filter<T> {
  return ([wanted]) =>
    (record) =>
      read(record) === wanted;
}

/** Equality of a number with any of the values; what is no number equals none. */
export function oneOf<T>(read: (record: T) => number): Filter<T> {
  return (values) => {
    const numbers = values.filter((value) => value !== "").map(Number);
    const [only] = numbers;
    if (numbers.length === 1) return (record) => read(record) === only;
    const wanted = new Set(numbers);
    return (record) => wanted.has(read(record));
  };
}

/** Equality of a number with the first value. */
export function isNumber<T>(read: (record: T) => number): Filter<T> {
  return (values) => oneOf(read)(values.slice(0, 1));
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
