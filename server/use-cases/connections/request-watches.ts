import "server-only";
import { createHash } from "node:crypto";
import { listWatchedConnections } from "../../db/repos/callback-watch";
import type { WatchedConnection } from "../../db/repos/callback-watch";
import { watchRequested } from "../../jobs/events";
import type { OutgoingEvent } from "../../jobs/events";
import type { Deps } from "../deps";
import { handshakeWaits } from "./callback-repair";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** What fails is not asked for again by every tick, nor is FreshBooks while it is down. */
const notOftenerMs = 10 * minuteMs;

/** When the latest of a workspace's hourly looks was due: each has a minute of its own, so that they spread. */
export function latestLook(workspaceId: string, now: Date): Date {
  const minute = createHash("sha256").update(workspaceId).digest().readUInt16BE(0) % 60;
  const shifted = now.getTime() - minute * minuteMs;
  return new Date(shifted - (shifted % hourMs) + minute * minuteMs);
}

function isDue({ workspaceId, checkedAt, isHandshakeDue }: WatchedConnection, now: Date): boolean {
  return isHandshakeDue || checkedAt === null || checkedAt < latestLook(workspaceId, now);
}

function request({ workspaceId, checkedAt }: WatchedConnection, now: Date): OutgoingEvent {
  const window = Math.floor(now.getTime() / notOftenerMs);
  const id = `watch:${workspaceId}:${String(checkedAt?.getTime() ?? "never")}:${String(window)}`;
  return { name: watchRequested.name, id, data: { workspaceId } };
}

/** Asks for the watch of every connection whose hourly look is due, or whose callbacks cannot wait for it. */
export async function requestWatches(
  deps: Pick<Deps, "db" | "clock"> & { send: (events: readonly OutgoingEvent[]) => Promise<void> },
): Promise<number> {
  const now = deps.clock.now();
  const watched = await listWatchedConnections(deps.db, { now, ...handshakeWaits });
  const requests = watched.filter((one) => isDue(one, now)).map((one) => request(one, now));
  await deps.send(requests);
  return requests.length;
}
