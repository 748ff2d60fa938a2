import "server-only";
import type { Tenant } from "../../db/tenant";
import type { Origin } from "../../contracts/sync";
import type { Changed } from "./find-changed";
import { handOver } from "./hand-over";
import type { StoredEvent } from "./hand-over";
import { markDirty } from "./mark-dirty";
import type { SyncDeps } from "./sync-deps";

/** Stores an event for each object found changed, and hands them over together. */
export async function takeUp(
  deps: SyncDeps,
  tenant: Tenant,
  input: { changed: readonly Changed[]; origin: Origin },
): Promise<number> {
  const events: StoredEvent[] = [];
  for (const change of input.changed) {
    events.push(await markDirty(deps, tenant, { ...change, origin: input.origin }));
  }
  await handOver(deps, tenant, events);
  return events.length;
}
