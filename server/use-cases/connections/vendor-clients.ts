import "server-only";
import { accessToken, forceRefresh } from "../../credentials/access-token";
import type { AccessToken } from "../../credentials/access-token";
import { needsReconnect } from "../../credentials/needs-reconnect";
import type { Database } from "../../db/client";
import { findConnection } from "../../db/repos/connection";
import type { Vendor } from "../../db/generated/enums";
import type { Tenant } from "../../db/tenant";
import { addMs } from "../../lib/clock";
import type { Clock } from "../../lib/clock";
import { createLimiter } from "../../limits/limiter";
import type { Limiter } from "../../limits/limiter";
import { createFreshbooksClient } from "../../vendors/freshbooks/client";
import type { FreshbooksClient } from "../../vendors/freshbooks/client";
import { createPipedriveClient } from "../../vendors/pipedrive/client";
import type { PipedriveClient } from "../../vendors/pipedrive/client";
import type { Deps } from "../deps";

/** A client lives for one run; its token is read from the database once and again only when it nears its end. */
const tokenKeptMs = 60_000;

/** One limiter per database client, so that all runs of a process share its leases. */
const limiters = new WeakMap<Database, Limiter>();

function limiterOf(db: Database, clock: Clock): Limiter {
  const limiter = limiters.get(db) ?? createLimiter({ db, clock, random: Math.random });
  limiters.set(db, limiter);
  return limiter;
}

/** The two ends by which a client gets its token and, after a 401, another one. */
function tokenSource(deps: Deps, tenant: Tenant, vendor: Vendor) {
  let kept: { value: AccessToken; until: Date } | undefined;

  function keep(value: AccessToken): string {
    kept = { value, until: addMs(deps.clock.now(), tokenKeptMs) };
    return value.token;
  }

  return {
    async accessToken(): Promise<string> {
      if (kept && kept.until > deps.clock.now()) return kept.value.token;
      return keep(await accessToken(deps, tenant, vendor));
    },
    async onUnauthorized(): Promise<void> {
      const refused = kept ?? { value: await accessToken(deps, tenant, vendor) };
      keep(await forceRefresh(deps, tenant, vendor, refused.value.connection.tokenVersion));
    },
  };
}

async function requireActive(deps: Deps, tenant: Tenant, vendor: Vendor) {
  const connection = await findConnection(deps.db, tenant, vendor);
  if (!connection) throw needsReconnect(vendor, "missing");
  if (connection.status === "needs_reconnect") throw needsReconnect(vendor, "refused");
  return connection;
}

/**
 * A ready client for the workspace's FreshBooks account.
 * @throws AppError `needs_reconnect` when there is no grant, a dead one, or the business is not chosen yet.
 */
export async function freshbooksFor(deps: Deps, tenant: Tenant): Promise<FreshbooksClient> {
  const { accountId, apiBaseUrl } = await requireActive(deps, tenant, "freshbooks");
  if (accountId === null) throw needsReconnect("freshbooks", "missing");
  const source = tokenSource(deps, tenant, "freshbooks");
  return createFreshbooksClient({
    baseUrl: apiBaseUrl,
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
  const { id, apiBaseUrl } = await requireActive(deps, tenant, "pipedrive");
  const gate = limiterOf(deps.db, deps.clock).gateFor(tenant, id);
  const source = tokenSource(deps, tenant, "pipedrive");
  return createPipedriveClient({ apiBaseUrl, ...source, gate, clock: deps.clock, log: deps.log });
}
