import { Hono } from "hono";
import type { Context } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import { logRequest } from "../lib/request-log";
import { passGate } from "./gate";
import type { Outcome } from "./gate";
import type { PipedriveBox, PipedriveWorld } from "./world";

function log(world: PipedriveWorld, c: Context, path: string, requestId: string, outcome: Outcome): void {
  logRequest(world.requests, {
    method: c.req.method,
    path,
    query: new URL(c.req.url).search,
    status: outcome.status,
    at: new Date(world.clock.nowMs()).toISOString(),
    tokenCost: outcome.tokenCost,
    requestId,
    companyId: outcome.companyId,
  });
}

async function answer(world: PipedriveWorld, c: Context, path: string): Promise<Response> {
  const requestId = world.random.uuid();
  const outcome = await passGate(world, c, path);
  log(world, c, path, requestId, outcome);
  const headers = {
    ...outcome.headers,
    "x-request-id": requestId,
    "x-correlation-id": requestId,
    date: new Date(world.clock.nowMs()).toUTCString(),
  };
  return typeof outcome.body === "string"
    ? c.html(outcome.body, outcome.status, headers)
    : c.json(outcome.body, outcome.status, headers);
}

/** The API under `/api/v1` and `/api/v2`, and under `/v1`, as the `api.` host serves it (facts §2). */
export function apiRoutes(box: PipedriveBox): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.all("/api/*", (c) => answer(box.world, c, c.req.path));
  routes.all("/v1/*", (c) => answer(box.world, c, `/api${c.req.path}`));
  return routes;
}
