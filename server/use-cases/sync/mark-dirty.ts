import "server-only";
import type { Db } from "../../db/client";
import { insertDirtyEvent } from "../../db/repos/sync-event";
import type { Tenant } from "../../db/tenant";
import type { Origin, RecordKind } from "../../contracts/sync";
import type { Clock } from "../../lib/clock";
import { newId } from "../../lib/ids";
import type { StoredEvent } from "./hand-over";

/** Stores an event for a client or invoice and marks it dirty; the caller hands it over. */
export async function markDirty(
  deps: { db: Db; clock: Clock },
  tenant: Tenant,
  input: { kind: RecordKind; freshbooksId: string; origin: Origin; name: string; actorId?: string | null },
): Promise<StoredEvent> {
  const id = newId("event");
  await insertDirtyEvent(
    deps.db,
    tenant,
    {
      id,
      origin: input.origin,
      name: input.name,
      noun: input.kind,
      objectId: input.freshbooksId,
      receivedAt: deps.clock.now(),
      actorId: input.actorId ?? null,
    },
    { id: newId("record"), kind: input.kind, freshbooksId: input.freshbooksId },
  );
  return { id, noun: input.kind, objectId: input.freshbooksId, origin: input.origin };
}
