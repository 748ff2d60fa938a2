import { isSubscribed } from "./events";
import type { Actor, CallbackRecord } from "./records";
import type { FormPairs } from "./signature";
import type { FreshBooksWorld } from "./world";

function eventForm(world: FreshBooksWorld, actor: Actor, event: string, objectId: number): FormPairs {
  const name = ["name", event] as const;
  const object = ["object_id", String(objectId)] as const;
  const user = ["user_id", "1"] as const;
  const identity = ["identity_id", String(actor.identityId)] as const;
  const business = ["business_id", String(actor.businessId)] as const;
  const account = ["account_id", actor.accountId] as const;
  if (world.switches.fieldOrder === "docs") return [name, object, account, business, identity, user];
  return [name, object, user, identity, business, account];
}

/** The form of a handshake; `object_id` is the callback's own id (facts §3.3). */
export function handshakeForm(callback: CallbackRecord): FormPairs {
  return [
    ["user_id", "1"],
    ["name", "callback.verify"],
    ["verifier", callback.verifier],
    ["object_id", String(callback.id)],
    ["account_id", callback.accountId],
    ["system", "https://sandbox.freshbooks.example"],
  ];
}

function takeOne(world: FreshBooksWorld, key: "dropNext" | "duplicateNext" | "reorderNext"): boolean {
  const left = world.switches[key];
  if (left === 0) return false;
  world.switches = { ...world.switches, [key]: left - 1 };
  return true;
}

type Send = (extraDelayMs: number) => void;

// Held deliveries leave one after the other, so that they also arrive in the reversed order.
const REORDER_GAP_MS = 50;

function dispatch(world: FreshBooksWorld, send: Send): void {
  if (takeOne(world, "dropNext")) return;
  const sends = takeOne(world, "duplicateNext") ? [send, send] : [send];
  if (!takeOne(world, "reorderNext")) {
    for (const one of sends) one(0);
    return;
  }
  world.held.push(...sends);
  if (world.switches.reorderNext > 0) return;
  for (const [place, one] of world.held.splice(0).reverse().entries()) one(place * REORDER_GAP_MS);
}

/** Tells every verified callback of the account that something happened to an object (facts §3.4). */
export function announce(world: FreshBooksWorld, actor: Actor, event: string, objectId: number): void {
  const pairs = eventForm(world, actor, event, objectId);
  for (const callback of world.callbacks.values()) {
    const isMeant =
      callback.accountId === actor.accountId && callback.verified && isSubscribed(callback.event, event);
    if (!isMeant) continue;
    dispatch(world, (extraDelayMs) => {
      world.courier.send(callback, event, objectId, pairs, world.switches.delayMs + extraDelayMs);
    });
  }
}
