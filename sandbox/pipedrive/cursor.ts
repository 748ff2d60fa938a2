import { z } from "zod";

import { validationFailed } from "./errors";

type SortValue = number | string;

const cursorSchema = z.strictObject({
  field: z.string(),
  fieldValue: z.union([z.number(), z.string()]),
  sortDirection: z.enum(["asc", "desc"]),
  id: z.union([z.number(), z.string()]),
});

type Cursor = z.output<typeof cursorSchema>;

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

function decode(text: string): Cursor {
  try {
    const raw: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return cursorSchema.parse(raw);
  } catch (cause) {
    throw Object.assign(validationFailed("cursor: Invalid cursor"), { cause });
  }
}

function encode(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

function compare(left: SortValue, right: SortValue): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** One page in a stable order; the cursor names the last row, so that later inserts do not shift it (facts §3.2). */
export function pageByCursor<T>(
  rows: readonly T[],
  query: PageQuery,
  read: { readonly sort: (row: T) => SortValue; readonly id: (row: T) => SortValue },
): CursorPage<T> {
  const field = query.sort_by ?? "id";
  const sortDirection = query.sort_direction ?? "asc";
  const sign = sortDirection === "asc" ? 1 : -1;
  const order = (aSort: SortValue, aId: SortValue, bSort: SortValue, bId: SortValue) =>
    sign * (compare(aSort, bSort) || compare(aId, bId));
  const sorted = [...rows].sort((a, b) => order(read.sort(a), read.id(a), read.sort(b), read.id(b)));
  const start = query.cursor === undefined ? undefined : decode(query.cursor);
  const rest =
    start === undefined
      ? sorted
      : sorted.filter((row) => order(read.sort(row), read.id(row), start.fieldValue, start.id) > 0);
  const page = rest.slice(0, query.limit);
  const last = page.at(-1);
  if (last === undefined || rest.length <= query.limit) return { rows: page, nextCursor: null };
  return {
    rows: page,
    nextCursor: encode({ field, fieldValue: read.sort(last), sortDirection, id: read.id(last) }),
  };
}
