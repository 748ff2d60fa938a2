import "server-only";
import { accessToken } from "../../credentials/access-token";
import { needsReconnect } from "../../credentials/needs-reconnect";
import { apiAddressOf } from "../../credentials/vendor-places";
import type { Database } from "../../db/client";
import type { Tenant } from "../../db/tenant";
import type { Clock } from "../../lib/clock";
import { createLimiter } from "../../limits/limiter";
import type { Limiter } from "../../limits/limiter";
import { createFreshbooksClient } from "../../vendors/freshbooks/client";
import type { FreshbooksClient } from "../../vendors/freshbooks/client";
import { createPipedriveClient } from "../../vendors/pipedrive/client";
import type { PipedriveClient } from "../../vendors/pipedrive/client";
import type { Deps } from "../deps";
import { tokenSource } from "./token-source";

/** One limiter per database client, so that all runs of a process share its leases. */
const limiters = new WeakMap<Database, Limiter>();

function limiterOf(db: Database, clock: Clock): Limiter {
  const limiter = limiters.get(db) ?? createLimiter({ db, clock, random: Math.random });
  limiters.set(db, limiter);
  return limiter;
}

/**
 * A ready client for the workspace's FreshBooks account.
 * @throws AppError `needs_reconnect` when there is no grant, a dead one, or the business is not chosen yet.
 */
export async function freshbooksFor(deps: Deps, tenant: Tenant): Promise<FreshbooksClient> {
  const first = await accessToken(deps, tenant, "freshbooks");
  const { accountId } = first.connection;
  if (accountId === null) throw needsReconnect("freshbooks", "missing");
  const source = tokenSource(deps, tenant, "freshbooks", first);
  return createFreshbooksClient({
    baseUrl: apiAddressOf(deps.env, first.connection),
    accountId,
    ...source,
    clock: deps.clock,
    log: deps.log,
  });
}

/**
 * A ready client for the workspace's Pipedrive company, behind its limits: calls may throw `BudgetWait`.
 * @throws AppError `needs_reconnect` when there is no grant or a dead one.
 */
export async function pipedriveFor(deps: Deps, tenant: Tenant): Promise<PipedriveClient> {
  const first = await accessToken(deps, tenant, "pipedrive");
  const { id, grant } = first.connection;
  const apiBaseUrl = apiAddressOf(deps.env, first.connection);
  const gate = limiterOf(deps.db, deps.clock).gateFor(tenant, id);
  const source = tokenSource(deps, tenant, "pipedrive", first);
  return createPipedriveClient({ apiBaseUrl, grant, ...source, gate, clock: deps.clock, log: deps.log });
}
