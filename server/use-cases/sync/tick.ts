import "server-only";
import { listSyncingWorkspaces } from "../../db/repos/sweep-mark";
import { listUnansweredOffers } from "../../db/repos/callback-door";
import { callbackOffered, sweepRequested } from "../../jobs/events";
import { addMs } from "../../lib/clock";
import { forEachWorkspace } from "./for-each-workspace";
import { runClock } from "./run-clock";
import type { SyncDeps } from "./sync-deps";

const offerAnsweredWithinMs = 60_000;

/** Handshakes whose background job was lost are answered again; FreshBooks sends nothing until they are. */
async function answerOffers(deps: SyncDeps, now: Date): Promise<void> {
  const offers = await listUnansweredOffers(deps.db, addMs(now, -offerAnsweredWithinMs));
  await deps.send(
    offers.map(({ workspaceId, id }) => ({
      name: callbackOffered.name,
      data: { workspaceId, callbackId: id },
    })),
  );
}

/** The minute's tick: dues that passed are taken up, and workspaces whose sweep is due are told. */
export async function tick(deps: SyncDeps): Promise<{ due: number; sweeps: number }> {
  const now = deps.clock.now();
  await answerOffers(deps, now);
  const workspaces = await listSyncingWorkspaces(deps.db, now);
  let due = 0;
  const workspaceIds = workspaces.map(({ workspaceId }) => workspaceId);
  await forEachWorkspace(deps, workspaceIds, async (tenant) => {
    due += (await runClock(deps, tenant)).found;
  });
  const sweeps = workspaces.filter(({ isSweepDue }) => isSweepDue);
  const minute = now.toISOString().slice(0, 16);
  await deps.send(
    sweeps.map(({ workspaceId }) => ({
      name: sweepRequested.name,
      id: `sweep:${workspaceId}:${minute}`,
      data: { workspaceId, isManual: false },
    })),
  );
  return { due, sweeps: sweeps.length };
}
