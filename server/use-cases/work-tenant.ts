import "server-only";
import { tenantForWork } from "../db/tenant";
import type { Tenant } from "../db/tenant";
import type { Deps } from "./deps";

/** The tenant of background work, from the workspace id of one of our own events, read again from the database. */
export function workTenant(deps: Pick<Deps, "db">, workspaceId: string): Promise<Tenant> {
  return tenantForWork(deps.db, workspaceId);
}
