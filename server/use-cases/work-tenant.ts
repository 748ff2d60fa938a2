import "server-only";
import { findSyncingTenant, tenantForWork } from "../db/tenant";
import type { Tenant } from "../db/tenant";
import { RetryLater } from "../lib/retry-later";
import type { Deps } from "./deps";

const lookAgainAfterMs = 10 * 60_000;

/** The tenant of background work, from the workspace id of one of our own events, read again from the database. */
export function workTenant(deps: Pick<Deps, "db">, workspaceId: string): Promise<Tenant> {
  return tenantForWork(deps.db, workspaceId);
}

/** The same for work that syncs; null where there is nothing to do, now or ever: the workspace is (about to be) erased. */
export function syncingTenant(deps: Pick<Deps, "db">, workspaceId: string): Promise<Tenant | null> {
  return findSyncingTenant(deps.db, workspaceId);
}

/** The same for a write that was planned before. Throws `RetryLater` where the workspace is about to be erased. */
export async function writingTenant(deps: Pick<Deps, "db">, workspaceId: string): Promise<Tenant> {
  const tenant = await findSyncingTenant(deps.db, workspaceId);
  if (tenant) return tenant;
  await tenantForWork(deps.db, workspaceId);
  throw new RetryLater(lookAgainAfterMs, "This workspace is about to be erased, so nothing is written.");
}
