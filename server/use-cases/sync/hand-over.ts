import "server-only";
import { markHanded } from "../../db/repos/sync-event";
import type { Tenant } from "../../db/tenant";
import { objectEvent } from "../../jobs/events";
import type { Noun } from "../../jobs/events";
import type { Origin } from "../../contracts/sync";
import type { SyncDeps } from "./sync-deps";

export type StoredEvent = { id: string; noun: Noun; objectId: string; origin: Origin };

/**
 * Hands stored events to the engine. If that fails they stay as they are: the stored row is the outbox, and
 * the outbox sweep sends it. `round` makes a later hand-over a new event, for the engine drops ids it knows.
 */
export async function handOver(
  deps: Pick<SyncDeps, "db" | "clock" | "log" | "send">,
  tenant: Tenant,
  events: readonly StoredEvent[],
  round = "",
): Promise<void> {
  if (events.length === 0) return;
  const outgoing = events.map(({ id, noun, objectId, origin }) =>
    objectEvent(noun, {
      id: `${id}${round}`,
      data: { workspaceId: tenant.workspaceId, objectId, eventId: id, origin },
    }),
  );
  try {
    await deps.send(outgoing);
  } catch (error) {
    deps.log.warn({ err: error, count: events.length }, "events wait in the outbox");
    return;
  }
  await markHanded(
    deps.db,
    tenant,
    events.map(({ id }) => id),
    deps.clock.now(),
  );
}
