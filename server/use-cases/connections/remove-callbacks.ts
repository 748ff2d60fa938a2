import "server-only";
import { listCallbackRows } from "../../db/repos/callback";
import type { Tenant } from "../../db/tenant";
import { keyHashOf } from "./callback-address";
import type { ConnectDeps } from "./connect-deps";

/** Has FreshBooks forget this workspace's callbacks; those of other workspaces in the account stay. */
export async function removeCallbacks(deps: ConnectDeps, tenant: Tenant): Promise<void> {
  const client = await deps.freshbooks(tenant);
  const own = new Set((await listCallbackRows(deps.db, tenant)).map(({ keyHash }) => keyHash));
  for (const { id, uri } of await client.listCallbacks()) {
    const keyHash = keyHashOf(deps.env.APP_URL, uri);
    if (keyHash !== null && own.has(keyHash)) await client.deleteCallback(id);
  }
}
