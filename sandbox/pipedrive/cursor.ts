import { z } from "zod";

import { validationFailed } from "./errors";

const cursorSchema = z.strictObject({
  field: z.string(),
  fieldValue: z.number(),
  sortDirection: z.enum(["asc", "desc"]),
  id: z.number(),
  /** When it was given out; only while cursors expire. */
  at: z.number().optional(),
});

type Cursor = z.output<typeof cursorSchema>;

/** What a list needs to know about cursors: the time, and how long they live (null: for ever). */
export interface CursorRules {
  readonly nowMs: number;
  readonly lifeMs: number | null;
}

export interface PageQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly sort_by?: string;
  readonly sort_direction?: "asc" | "desc";
}

export interface CursorPage<T> {
  readonly rows: readonly T[];
  readonly nextCursor: string | null;
}

function parse(text: string): Cursor {
  try {
    const raw: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return cursorSchema.parse(raw);
  } catch (cause) {
    throw Object.assign(validationFailed("cursor: Invalid cursor"), { cause });
  }
}

/** Reads a cursor: keyset, so it names the last row of the page before (facts §3.2). */
export function readCursor(text: string | undefined, rules: CursorRules): Cursor | undefined {
  if (text === undefined) return undefined;
  const cursor = parse(text);
  const isOld = rules.lifeMs !== null && (cursor.at ?? 0) + rules.lifeMs < rules.nowMs;
  if (isOld) throw validationFailed("cursor: The cursor has expired");
  return cursor;
}

/** Names the row a page ended with. */
export function writeCursor(cursor: Omit<Cursor, "at">, rules: CursorRules): string {
  const stamped = rules.lifeMs === null ? cursor : { ...cursor, at: rules.nowMs };
  return Buffer.from(JSON.stringify(stamped)).toString("base64url");
}

interface Reading<T> {
  readonly sort: (row: T) => number;
  readonly id: (row: T) => number;
}

/** One page of rows that come in the asked order and after the cursor; takes no more of them than it must. */
export function takePage<T>(
  rows: Iterable<T>,
  query: PageQuery,
  rules: CursorRules,
  read: Reading<T>,
): CursorPage<T> {
  const page: T[] = [];
  let isMore = false;
  for (const row of rows) {
    isMore = page.length === query.limit;
    if (isMore) break;
    page.push(row);
  }
  const last = page.at(-1);
  if (last === undefined || !isMore) return { rows: page, nextCursor: null };
  const field = query.sort_by ?? "id";
  const sortDirection = query.sort_direction ?? "asc";
  const cursor = { field, fieldValue: read.sort(last), sortDirection, id: read.id(last) };
  return { rows: page, nextCursor: writeCursor(cursor, rules) };
}

/** One page of a few rows in any order; later inserts do not shift it. */
export function pageByCursor<T>(
  rows: readonly T[],
  query: PageQuery,
  rules: CursorRules,
  read: Reading<T>,
): CursorPage<T> {
  const sign = query.sort_direction === "desc" ? -1 : 1;
  const order = (sort: number, id: number, row: T) => sign * (read.sort(row) - sort || read.id(row) - id);
  const sorted = [...rows].sort((a, b) => order(read.sort(b), read.id(b), a));
  const start = readCursor(query.cursor, rules);
  const rest =
    start === undefined ? sorted : sorted.filter((row) => order(start.fieldValue, start.id, row) > 0);
  return takePage(rest, query, rules, read);
}
