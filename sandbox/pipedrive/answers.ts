import type { Context } from "hono";
import type { z } from "zod";

import { readJson } from "../lib/read-body";
import type { CursorPage } from "./cursor";
import { parseStrict, validationFailed } from "./errors";

/** Answers one object. */
export function one(c: Context, data: object): Response {
  return c.json({ success: true, data });
}

/** Answers one page of a list. */
export function list(c: Context, page: CursorPage<object>): Response {
  return c.json({ success: true, data: page.rows, additional_data: { next_cursor: page.nextCursor } });
}

/** The numeric id of a path. */
export function idOf(c: Context): number {
  const text = c.req.param("id") ?? "";
  if (/^\d+$/.test(text)) return Number(text);
  throw validationFailed("id: Expected number");
}

/** Parses the query strictly; the way to pass an API token in it is not part of it. */
export function queryOf<T extends z.ZodType>(c: Context, schema: T): z.output<T> {
  const query = Object.fromEntries(new URL(c.req.url).searchParams);
  delete query["api_token"];
  return parseStrict(schema, query);
}

/** Parses a JSON body strictly. */
export async function bodyOf<T extends z.ZodType>(c: Context, schema: T): Promise<z.output<T>> {
  return parseStrict(schema, await readJson(c.req));
}
