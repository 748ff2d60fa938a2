import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

import { MalformedJsonError, readJson } from "../lib/read-body";
import { requireCaller } from "./authenticate";
import type { BurstState } from "./burst-windows";
import type { Company } from "./company";
import type { CompanyCaller } from "./company-caller";
import { PipedriveError, firewallPage, gatewayError, unknownPath, validationFailed } from "./errors";
import { legacyAnswer } from "./legacy";
import type { Operation } from "./operations/operation";
import { findOperation } from "./operations/table";
import type { FoundOperation } from "./operations/table";
import { burstLimit, dailyTokens } from "./plan-limits";
import type { PipedriveWorld } from "./world";

/** How a call ended: the answer, and what it is paid with. */
export interface Outcome {
  readonly status: ContentfulStatusCode;
  /** A text is HTML. */
  readonly body: object | string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tokenCost: number;
  readonly companyId: number | null;
}

type Answer = Pick<Outcome, "status" | "body" | "headers">;

function refusal(error: unknown): Answer {
  if (error instanceof PipedriveError) {
    return { status: error.status, body: error.body, headers: error.headers };
  }
  if (error instanceof MalformedJsonError) return refusal(validationFailed(error.message));
  throw error;
}

function takeBurst(world: PipedriveWorld, who: CompanyCaller, operation: Operation): BurstState {
  const { company, caller } = who;
  const main = () =>
    world.bursts.take(caller.token, burstLimit(company, caller.scopes === null ? "apiToken" : "oauth"));
  if (!operation.isSearch) return main();
  const search = world.bursts.take(`search ${caller.token}`, burstLimit(company, "search"));
  if (!company.switches.searchCountsInMainWindow || search.isExceeded) return search;
  const state = main();
  return state.isExceeded ? state : search;
}

function limitHeaders(company: Company, burst: BurstState, callsSincePause: number): Record<string, string> {
  const tokens = dailyTokens(company);
  const daily = {
    "x-daily-ratelimit-token-limit": String(tokens),
    "x-daily-ratelimit-token-remaining": String(company.budget.remaining(tokens)),
  };
  return {
    "x-ratelimit-limit": String(burst.limit),
    "x-ratelimit-remaining": String(burst.remaining),
    "x-ratelimit-reset": String(burst.resetSeconds),
    ...(callsSincePause > company.switches.dailyHeadersMissing ? daily : {}),
  };
}

// A call is let through while any token is left, so that "remaining 0" is a sure sign of the daily limit, unless the
// switch says otherwise (facts §13.10).
function isSpent(company: Company, operation: Operation): boolean {
  const remaining = company.budget.remaining(dailyTokens(company));
  return remaining < (company.switches.budgetMustCoverCost ? operation.cost : 1);
}

function tooMany(company: Company, burst: BurstState): Answer {
  const { tooManyBody, tooManyRetryAfter } = company.switches;
  const seconds = burst.isExceeded ? burst.resetSeconds : company.budget.secondsToMidnight();
  const { status, body } = gatewayError(429, "request over limit");
  return {
    status,
    body: tooManyBody === "gateway" ? body : { success: false, error: "request over limit" },
    headers: tooManyRetryAfter ? { "retry-after": String(seconds) } : {},
  };
}

function refuseUnlessAllowed({ company, caller }: CompanyCaller, operation: Operation): void {
  if (!company.profile.isOpen) throw gatewayError(402, "Company is not open");
  const { scopes } = caller;
  const isInScope =
    scopes === null || operation.scopes.some((scope) => scope === "base" || scopes.includes(scope));
  if (!isInScope) throw gatewayError(403, "Scope and URL mismatch");
  if (operation.isAdminOnly && company.users.get(caller.userId)?.isAdmin !== true) {
    throw gatewayError(403, "You do not have permission to do this action");
  }
}

/** The query without the API token that may stand in it. */
function queryOf(c: Context): Record<string, string> {
  const query = Object.fromEntries(new URL(c.req.url).searchParams);
  delete query["api_token"];
  return query;
}

async function carryOut(
  c: Context,
  { operation, params }: FoundOperation,
  who: CompanyCaller,
): Promise<Answer> {
  const readBody = () => readJson(c.req);
  try {
    refuseUnlessAllowed(who, operation);
    const body = await operation.run({ ...who, params, query: queryOf(c), readBody });
    return { status: operation.status, body, headers: {} };
  } catch (error) {
    return refusal(error);
  }
}

async function pass(world: PipedriveWorld, c: Context, found: FoundOperation): Promise<Outcome> {
  const who = requireCaller(world, c);
  const { company, caller } = who;
  const companyId = company.profile.id;
  const { switches } = world;
  if (world.watch.isBanned(caller.token)) return { ...refusal(firewallPage()), tokenCost: 0, companyId };
  const calls = world.watch.call(caller.token);
  const burst = takeBurst(world, who, found.operation);
  if (burst.isExceeded || isSpent(company, found.operation)) {
    world.watch.refused(caller.token, { after: switches.banAfterRefusals, forMs: switches.banMs });
    const answer = tooMany(company, burst);
    const headers = { ...answer.headers, ...limitHeaders(company, burst, calls) };
    return { ...answer, headers, tokenCost: 0, companyId };
  }
  world.watch.passed(caller.token);
  const answer = await carryOut(c, found, who);
  const isPaid = answer.status < 400 || switches.failedRequestsCost;
  const tokenCost = isPaid ? found.operation.cost : 0;
  company.budget.spend(tokenCost);
  const headers = { ...answer.headers, ...limitHeaders(company, burst, calls) };
  return { ...answer, headers, tokenCost, companyId };
}

/** Takes a call through everything in front of the API: token, burst window, daily budget and scope (facts §6). */
export async function passGate(world: PipedriveWorld, c: Context, path: string): Promise<Outcome> {
  const nobody = { tokenCost: 0, companyId: null };
  try {
    const found = findOperation(c.req.method, path) ?? legacyAnswer(world.switches, c.req.method, path);
    if (found === undefined) throw unknownPath();
    return await pass(world, c, found);
  } catch (error) {
    return { ...refusal(error), ...nobody };
  }
}
