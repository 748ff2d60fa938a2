import type { Context } from "hono";
import { z } from "zod";

import { parseControlInput } from "../lib/http-error";
import { readJson } from "../lib/read-body";
import { DEFAULT_ACCOUNT_ID } from "./businesses";
import type { AccountControl, FreshBooksControl } from "./control";

const inputSchema = z.record(z.string(), z.unknown());

/** The JSON object a control call brings. */
export async function readInput(c: Context): Promise<Record<string, unknown>> {
  return parseControlInput(inputSchema, await readJson(c.req));
}

/** The record that a control call is about. */
export function idOf(c: Context): number {
  return parseControlInput(z.coerce.number().int(), c.req.param("id"));
}

/** The verbs of the account that the query names, or of the usual one. */
export function accountOf(control: FreshBooksControl, c: Context): AccountControl {
  return control.forAccount(c.req.query("account") ?? DEFAULT_ACCOUNT_ID);
}
