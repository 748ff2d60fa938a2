import type { Context, MiddlewareHandler } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import { logRequest } from "../lib/request-log";
import type { BurstState } from "./budget";
import type { Caller } from "./caller";
import { answerPipedriveError, gatewayError, PipedriveError, unknownPath } from "./errors";
import { findOperation } from "./operations";
import type { Operation } from "./operations";
import type { PipedriveBox, PipedriveWorld } from "./world";

/** Hono environment of an API call that has passed the gate. */
export interface GateEnv extends NodeEnv {
  Variables: { caller: Caller };
}

function byApiToken(world: PipedriveWorld, token: string): Caller | undefined {
  const user = [...world.users.values()].find((one) => one.isActive && one.apiToken === token);
  return user === undefined ? undefined : { userId: user.id, token, scopes: null };
}

function byBearer(world: PipedriveWorld, header: string): Caller | undefined {
  const token = /^bearer\s+(\S+)$/i.exec(header)?.[1];
  if (token === undefined) throw gatewayError(400, "malformed authorization header");
  const installation = world.grants.access(token);
  if (installation === undefined || world.users.get(installation.userId)?.isActive !== true) return undefined;
  return { userId: installation.userId, token, scopes: installation.scopes };
}

function requireCaller(world: PipedriveWorld, c: Context): Caller {
  const apiToken = c.req.header("x-api-token") ?? c.req.query("api_token");
  const bearer = c.req.header("authorization");
  const caller =
    apiToken !== undefined
      ? byApiToken(world, apiToken)
      : bearer !== undefined
        ? byBearer(world, bearer)
        : undefined;
  if (caller === undefined) throw gatewayError(401, "unauthorized access");
  return caller;
}

function takeBurst(world: PipedriveWorld, caller: Caller, operation: Operation): BurstState {
  const { burstApiToken, burstOAuth, burstSearch } = world.switches;
  if (operation.isSearch) return world.bursts.take(`search ${caller.token}`, burstSearch);
  return world.bursts.take(caller.token, caller.scopes === null ? burstApiToken : burstOAuth);
}

function requireScope(caller: Caller, operation: Operation): void {
  const { scopes } = caller;
  if (scopes === null || operation.scopes.length === 0) return;
  if (!operation.scopes.some((scope) => scopes.includes(scope)))
    throw gatewayError(403, "Scope and URL mismatch");
}

function setLimitHeaders(world: PipedriveWorld, c: Context, burst: BurstState): void {
  c.header("x-ratelimit-limit", String(burst.limit));
  c.header("x-ratelimit-remaining", String(burst.remaining));
  c.header("x-ratelimit-reset", String(burst.resetSeconds));
  c.header("x-daily-ratelimit-token-limit", String(world.switches.dailyTokens));
  c.header("x-daily-ratelimit-token-remaining", String(world.budget.remaining(world.switches.dailyTokens)));
}

// A call is let through while any token is left, so that "remaining 0" is a sure sign of the daily limit (facts §13).
async function pass(
  world: PipedriveWorld,
  c: Context<GateEnv>,
  operation: Operation,
  next: () => Promise<void>,
) {
  const caller = requireCaller(world, c);
  const burst = takeBurst(world, caller, operation);
  const isSpent = world.budget.remaining(world.switches.dailyTokens) === 0;
  if (burst.isExceeded || isSpent) {
    setLimitHeaders(world, c, burst);
    throw gatewayError(429, "request over limit");
  }
  requireScope(caller, operation);
  c.set("caller", caller);
  await next();
  const isPaid = c.res.ok || world.switches.failedRequestsCost;
  if (isPaid) world.budget.spend(operation.cost);
  setLimitHeaders(world, c, burst);
  return isPaid ? operation.cost : 0;
}

function log(world: PipedriveWorld, c: Context, requestId: string, tokenCost: number): void {
  logRequest(world.requests, {
    method: c.req.method,
    path: c.req.path,
    query: new URL(c.req.url).search,
    status: c.res.status,
    at: new Date(world.clock.nowMs()).toISOString(),
    tokenCost,
    requestId,
  });
}

/** Everything in front of the API: ids, token, burst window, daily budget, scope, and the request log (facts §6). */
export function gate(box: PipedriveBox): MiddlewareHandler<GateEnv> {
  return async (c, next) => {
    const { world } = box;
    const requestId = world.random.uuid();
    const operation = findOperation(c.req.method, c.req.path);
    let tokenCost = 0;
    if (operation === undefined) {
      c.res = await unknownPath(c);
    } else {
      try {
        tokenCost = await pass(world, c, operation, next);
      } catch (error) {
        if (!(error instanceof PipedriveError)) throw error;
        c.res = answerPipedriveError(c, error);
      }
    }
    c.header("x-request-id", requestId);
    c.header("x-correlation-id", requestId);
    c.header("date", new Date(world.clock.nowMs()).toUTCString());
    log(world, c, requestId, tokenCost);
  };
}
