import type { Context } from "hono";

/** The query of a call, in order and with repeated keys. */
export function queryOf(c: Context): URLSearchParams {
  return new URL(c.req.url).searchParams;
}

/** What `include[]` asks for. */
export function includesOf(c: Context): string[] {
  return queryOf(c).getAll("include[]");
}
