import type { Context } from "hono";

/** A whole number from 1 on in the query; anything else counts as `usual`. */
export function countIn(c: Context, name: string, usual: number): number {
  const value = Number(c.req.query(name));
  return Number.isInteger(value) && value >= 1 ? value : usual;
}

/** The id in the path; anything that is no whole number is no record's id. */
export function idIn(c: Context, name = "id"): number {
  const value = Number(c.req.param(name));
  return Number.isInteger(value) ? value : 0;
}
