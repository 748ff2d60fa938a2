import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

import { MalformedJsonError, readJson } from "../lib/read-body";
import type { BurstState } from "./budget";
import type { Caller, CompanyCaller } from "./caller";
import { dailyTokens, burstLimit } from "./plan-limits";
import { PipedriveError, gatewayError, unknownPath, validationFailed } from "./errors";
import type { Operation } from "./operations/operation";
import { findOperation } from "./operations/table";
import type { FoundOperation } from "./operations/table";
import type { PipedriveWorld } from "./world";

function byApiToken(world: PipedriveWorld, token: string): CompanyCaller | undefined {
  for (const company of world.companies.values()) {
    for (const user of company.users.values()) {
      if (user.apiToken !== token || !user.isActive) continue;
      return { company, caller: { userId: user.id, token, scopes: null, source: "api" } };
    }
  }
  return undefined;
}

function byBearer(world: PipedriveWorld, header: string): CompanyCaller | undefined {
  const token = /^bearer\s+(\S+)$/i.exec(header)?.[1];
  if (token === undefined) throw gatewayError(400, "malformed authorization header");
  const installation = world.grants.access(token);
  if (installation === undefined) return undefined;
  const { userId, scopes } = installation;
  const company = world.companies.get(installation.companyId);
  if (company?.users.get(userId)?.isActive !== true) return undefined;
  return { company, caller: { userId, token, scopes, source: "api" } };
}

function requireCaller(world: PipedriveWorld, c: Context): CompanyCaller {
  const apiToken = c.req.header("x-api-token") ?? c.req.query("api_token");
  const bearer = c.req.header("authorization");
  const found =
    apiToken !== undefined
      ? byApiToken(world, apiToken)
      : bearer !== undefined
        ? byBearer(world, bearer)
        : undefined;
  if (found === undefined) throw gatewayError(401, "unauthorized access");
  return found;
}

function takeBurst(world: PipedriveWorld, found: CompanyCaller, operation: Operation): BurstState {
  const { company, caller } = found;
  if (operation.isSearch) return world.bursts.take(`search ${caller.token}`, burstLimit(company, "search"));
  return world.bursts.take(caller.token, burstLimit(company, caller.scopes === null ? "apiToken" : "oauth"));
}

function requireScope(caller: Caller, operation: Operation): void {
  const { scopes } = caller;
  if (scopes === null || operation.scopes.includes("base")) return;
  if (!operation.scopes.some((scope) => scopes.includes(scope)))
    throw gatewayError(403, "Scope and URL mismatch");
}

function limitHeaders({ company }: CompanyCaller, burst: BurstState): Record<string, string> {
  const tokens = dailyTokens(company);
  return {
    "x-ratelimit-limit": String(burst.limit),
    "x-ratelimit-remaining": String(burst.remaining),
    "x-ratelimit-reset": String(burst.resetSeconds),
    "x-daily-ratelimit-token-limit": String(tokens),
    "x-daily-ratelimit-token-remaining": String(company.budget.remaining(tokens)),
  };
}

/** The query without the API token that may stand in it. */
function queryOf(c: Context): Record<string, string> {
  const query = Object.fromEntries(new URL(c.req.url).searchParams);
  delete query["api_token"];
  return query;
}

/** How a call ended: the answer, and what it is paid with. */
export interface Outcome {
  readonly status: ContentfulStatusCode;
  /** A text is HTML. */
  readonly body: object | string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tokenCost: number;
  readonly companyId: number | null;
}

function refusal(error: unknown): Pick<Outcome, "status" | "body" | "headers"> {
  if (error instanceof PipedriveError) return error;
  if (error instanceof MalformedJsonError) return validationFailed(error.message);
  throw error;
}

async function carryOut(c: Context, found: FoundOperation, who: CompanyCaller) {
  const { operation, params } = found;
  const readBody = () => readJson(c.req);
  try {
    const body = await operation.run({ ...who, params, query: queryOf(c), readBody });
    return { status: operation.status, body, headers: {} };
  } catch (error) {
    return refusal(error);
  }
}

// A call is let through while any token is left, so that "remaining 0" is a sure sign of the daily limit (facts §13).
async function pass(world: PipedriveWorld, c: Context, found: FoundOperation): Promise<Outcome> {
  const who = requireCaller(world, c);
  const { company, caller } = who;
  const companyId = company.profile.id;
  const burst = takeBurst(world, who, found.operation);
  const isSpent = company.budget.remaining(dailyTokens(company)) === 0;
  if (burst.isExceeded || isSpent) {
    const { status, body } = gatewayError(429, "request over limit");
    return { status, body, headers: limitHeaders(who, burst), tokenCost: 0, companyId };
  }
  requireScope(caller, found.operation);
  const answer = await carryOut(c, found, who);
  const isPaid = answer.status < 400 || world.switches.failedRequestsCost;
  const tokenCost = isPaid ? found.operation.cost : 0;
  company.budget.spend(tokenCost);
  return { ...answer, headers: { ...answer.headers, ...limitHeaders(who, burst) }, tokenCost, companyId };
}

/** Takes a call through everything in front of the API: token, burst window, daily budget and scope (facts §6). */
export async function passGate(world: PipedriveWorld, c: Context, path: string): Promise<Outcome> {
  const found = findOperation(c.req.method, path);
  if (found === undefined) return { ...unknownPath(), headers: {}, tokenCost: 0, companyId: null };
  try {
    return await pass(world, c, found);
  } catch (error) {
    return { ...refusal(error), tokenCost: 0, companyId: null };
  }
}
