import "server-only";
import { listWaitingEvents } from "../../db/repos/sync-event";
import { isNoun } from "../../jobs/events";
import { addMs } from "../../lib/clock";
import { forEachWorkspace } from "./for-each-workspace";
import { handOver } from "./hand-over";
import type { SyncDeps } from "./sync-deps";

const storedForMs = 15_000;
/** A run that was handed over and has shown nothing for so long is given up and asked for again. */
const handedForMs = 30 * 60_000;
const batchSize = 500;

/** Sends stored events that no run has answered: the hand-over failed, or the engine lost them. */
export async function handOutbox(deps: Pick<SyncDeps, "db" | "clock" | "log" | "send">): Promise<number> {
  const now = deps.clock.now();
  const waiting = await listWaitingEvents(deps.db, {
    before: addMs(now, -storedForMs),
    handedBefore: addMs(now, -handedForMs),
    limit: batchSize,
  });
  const round = `:${now.toISOString()}`;
  const byWorkspace = Map.groupBy(waiting, (event) => event.workspaceId);
  await forEachWorkspace(deps, byWorkspace.keys(), async (tenant) => {
    const events = byWorkspace.get(tenant.workspaceId) ?? [];
    const known = events.flatMap(({ noun, ...event }) => (isNoun(noun) ? [{ ...event, noun }] : []));
    await handOver(deps, tenant, known, round);
  });
  return waiting.length;
}
