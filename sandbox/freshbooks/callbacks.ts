import { Hono } from "hono";
import type { Context } from "hono";
import { z } from "zod";

import type { NodeEnv } from "../lib/fault-middleware";
import { readJson } from "../lib/read-body";
import {
  callbackView,
  callbacksOf,
  createCallback,
  findCallback,
  resendHandshake,
  unprocessable,
  updateCallback,
  verifyCallback,
} from "./callback-acts";
import { EventsError, UnauthenticatedError } from "./errors";
import { isFound, scopeOfEvent } from "./events";
import { actorFor, requireAccess, requireScope } from "./guard";
import { pageOf, readPaging } from "./paging";
import { queryOf } from "./query";
import type { Actor, CallbackRecord } from "./records";
import { readSearch } from "./search";
import type { FreshBooksBox, FreshBooksWorld } from "./world";
import { ledgerOf } from "./world";

const BASE = "/events/account/:account/events/callbacks";

const changeSchema = z.object({
  event: z.string().optional(),
  uri: z.string().optional(),
  verifier: z.string().optional(),
  resend: z.boolean().optional(),
});

type Change = z.output<typeof changeSchema>;

async function readChange(c: Context): Promise<Change> {
  const parsed = z.object({ callback: changeSchema }).safeParse(await readJson(c.req));
  if (parsed.success) return parsed.data.callback;
  const { issues } = parsed.error;
  throw unprocessable(issues.map(({ path, message }) => ({ field: path.join("."), description: message })));
}

// The events family words a missing token in its own way (facts §3.7).
function access(world: FreshBooksWorld, c: Context<NodeEnv>) {
  try {
    return requireAccess(world, c);
  } catch (cause) {
    if (!(cause instanceof UnauthenticatedError)) throw cause;
    throw new EventsError(401, "invalid_token: The request token failed to authenticate or validate.");
  }
}

function actorOf(world: FreshBooksWorld, c: Context<NodeEnv>, event?: string): Actor {
  const granted = access(world, c);
  if (event !== undefined) requireScope(granted, scopeOfEvent(event));
  return actorFor(world, granted.identityId, c.req.param("account") ?? "");
}

function one(c: Context<NodeEnv>, world: FreshBooksWorld, callback: CallbackRecord): Response {
  return c.json({ response: { result: { callback: callbackView(world.switches, callback) } } });
}

function known(world: FreshBooksWorld, c: Context<NodeEnv>): CallbackRecord {
  return findCallback(world, actorOf(world, c), Number(c.req.param("id")));
}

async function change(world: FreshBooksWorld, callback: CallbackRecord, wanted: Change): Promise<void> {
  if (wanted.verifier !== undefined) verifyCallback(world, callback, wanted.verifier);
  else if (wanted.resend === true) await resendHandshake(world, callback);
  else await updateCallback(world, callback, wanted);
}

function list(world: FreshBooksWorld, c: Context<NodeEnv>): Response {
  const parameters = queryOf(c);
  const wanted = readSearch(parameters).get("event")?.[0];
  const found = callbacksOf(world, actorOf(world, c)).filter(
    ({ event }) => wanted === undefined || isFound(event, wanted),
  );
  const { rows, ...paging } = pageOf(found, readPaging(parameters));
  const callbacks = rows.map((callback) => callbackView(world.switches, callback));
  return c.json({ response: { result: { callbacks, ...paging } } });
}

/** Registration of callbacks (facts §3.1). */
export function callbackRoutes(box: FreshBooksBox): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get(BASE, (c) => list(box.world, c));
  routes.post(BASE, async (c) => {
    const { event = "", uri = "" } = await readChange(c);
    const { world } = box;
    return one(c, world, await createCallback(world, actorOf(world, c, event), { event, uri }));
  });
  routes.get(`${BASE}/:id`, (c) => one(c, box.world, known(box.world, c)));
  routes.put(`${BASE}/:id`, async (c) => {
    const { world } = box;
    const callback = known(world, c);
    await change(world, callback, await readChange(c));
    return one(c, world, callback);
  });
  routes.delete(`${BASE}/:id`, (c) => {
    const callback = known(box.world, c);
    ledgerOf(box.world, callback.accountId).callbacks.delete(callback.id);
    return box.world.switches.callbackDeleteStatus === 204 ? c.body(null, 204) : c.json({});
  });
  return routes;
}
