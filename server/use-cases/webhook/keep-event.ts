import "server-only";
import { noteDelivery } from "../../db/repos/callback-door";
import type { CallbackDoor } from "../../db/repos/callback-door";
import { insertDirtyEvent, insertEvent } from "../../db/repos/sync-event";
import { tenantOfRow } from "../../db/tenant";
import type { Tenant } from "../../db/tenant";
import type { Delivery } from "../../domain/webhook/parse-delivery";
import { isNoun } from "../../jobs/events";
import type { Noun } from "../../jobs/events";
import { newId } from "../../lib/ids";
import { handOver } from "../sync/hand-over";
import type { SyncDeps } from "../sync/sync-deps";
import type { Received } from "./received";

type EventDelivery = Extract<Delivery, { kind: "event" }>;

/** Which noun a verified delivery is to be followed by, or why it leads to nothing. */
function followed(door: CallbackDoor, delivery: EventDelivery): { noun: Noun } | { because: string } {
  const { noun } = delivery;
  if (!isNoun(noun)) return { because: `We do not follow ${noun}.` };
  if (noun !== door.noun) return { because: `This path is for ${door.noun}, not ${noun}.` };
  if (door.accountId !== delivery.accountId) return { because: "It concerns another FreshBooks account." };
  return { noun };
}

async function store(
  deps: SyncDeps,
  tenant: Tenant,
  input: { id: string; noun: Noun; delivery: EventDelivery; at: Date },
): Promise<void> {
  const { id, noun, delivery, at } = input;
  const event = {
    id,
    origin: "callback",
    name: delivery.name,
    noun,
    objectId: delivery.objectId,
    receivedAt: at,
  } as const;
  if (noun === "invoice" || noun === "client") {
    const record = { id: newId("record"), kind: noun, freshbooksId: delivery.objectId };
    await insertDirtyEvent(deps.db, tenant, event, record);
  } else {
    await insertEvent(deps.db, tenant, { ...event, status: "received" });
  }
}

/** Stores a verified event and says what is left to do after the answer. */
export async function keepEvent(
  deps: SyncDeps,
  door: CallbackDoor,
  delivery: EventDelivery,
): Promise<Received> {
  const tenant = tenantOfRow(door);
  const at = deps.clock.now();
  const id = newId("event");
  const { name, objectId } = delivery;
  const verdict = followed(door, delivery);
  if ("because" in verdict) {
    const event = { id, origin: "callback", name, noun: delivery.noun, objectId, receivedAt: at } as const;
    await insertEvent(deps.db, tenant, { ...event, status: "ignored", detail: verdict.because });
    return { status: 204, afterwards: () => noteDelivery(deps.db, door, at) };
  }
  const { noun } = verdict;
  await store(deps, tenant, { id, noun, delivery, at });
  const afterwards = async () => {
    await handOver(deps, tenant, [{ id, noun, objectId, origin: "callback" }]);
    await noteDelivery(deps.db, door, at);
  };
  return { status: 204, afterwards };
}
