import { Hono } from "hono";
import type { Context } from "hono";
import { z } from "zod";

import type { NodeEnv } from "../lib/fault-middleware";
import { readJson } from "../lib/read-body";
import {
  callbackView,
  createCallback,
  findCallback,
  resendHandshake,
  updateCallback,
  verifyCallback,
} from "./callback-acts";
import { EventsError, UnauthenticatedError } from "./errors";
import { isSubscribed, scopeOfEvent } from "./events";
import { actorFor, requireAccess, requireScope } from "./guard";
import { pageOf, readPaging } from "./paging";
import type { Actor, CallbackRecord } from "./records";
import { readSearch } from "./search";
import type { FreshBooksBox, FreshBooksWorld } from "./world";

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
  throw new EventsError(
    422,
    "The request was well-formed but was unable to be followed due to semantic errors.",
    parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`),
  );
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
  return actorFor(granted.identityId, c.req.param("account") ?? "");
}

function one(c: Context<NodeEnv>, callback: CallbackRecord): Response {
  return c.json({ response: { result: { callback: callbackView(callback) } } });
}

function known(world: FreshBooksWorld, c: Context<NodeEnv>): CallbackRecord {
  return findCallback(world, actorOf(world, c), Number(c.req.param("id")));
}

async function change(world: FreshBooksWorld, callback: CallbackRecord, wanted: Change): Promise<void> {
  if (wanted.verifier !== undefined) verifyCallback(world, callback, wanted.verifier);
  else if (wanted.resend === true) await resendHandshake(world, callback);
  else await updateCallback(world, callback, wanted);
}

/** Registration of callbacks (facts §3.1). */
export function callbackRoutes(box: FreshBooksBox): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get(BASE, (c) => {
    const actor = actorOf(box.world, c);
    const parameters = new URL(c.req.url).searchParams;
    const wanted = readSearch(parameters).get("event")?.[0];
    const rows = [...box.world.callbacks.values()].filter(
      ({ accountId, event }) =>
        accountId === actor.accountId && (wanted === undefined || isSubscribed(event, wanted)),
    );
    const { rows: callbacks, ...paging } = pageOf(rows, readPaging(parameters));
    return c.json({ response: { result: { callbacks: callbacks.map(callbackView), ...paging } } });
  });
  routes.post(BASE, async (c) => {
    const { event = "", uri = "" } = await readChange(c);
    const actor = actorOf(box.world, c, event);
    return one(c, await createCallback(box.world, actor, { event, uri }));
  });
  routes.get(`${BASE}/:id`, (c) => one(c, known(box.world, c)));
  routes.put(`${BASE}/:id`, async (c) => {
    const callback = known(box.world, c);
    await change(box.world, callback, await readChange(c));
    return one(c, callback);
  });
  routes.delete(`${BASE}/:id`, (c) => {
    box.world.callbacks.delete(known(box.world, c).id);
    return c.json({});
  });
  return routes;
}
