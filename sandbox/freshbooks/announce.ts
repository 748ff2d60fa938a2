import { isSubscribed } from "./events";
import type { Actor, CallbackRecord } from "./records";
import type { FormPairs } from "./signature";
import type { FreshBooksWorld } from "./world";
import { ledgerOf } from "./world";

const SYSTEM = ["system", "https://sandbox.freshbooks.example"] as const;

function eventForm(
  world: FreshBooksWorld,
  actor: Actor,
  callback: CallbackRecord,
  event: string,
  objectId: number,
): FormPairs {
  const name = ["name", event] as const;
  const object = ["object_id", String(objectId)] as const;
  const user = ["user_id", "1"] as const;
  const identity = ["identity_id", String(actor.identityId)] as const;
  const business = ["business_id", String(actor.businessId)] as const;
  const account = ["account_id", actor.accountId] as const;
  const captured: FormPairs = [name, object, user, identity, business, account];
  const forms: Record<FreshBooksWorld["switches"]["fieldOrder"], FormPairs> = {
    captured,
    docs: [name, object, account, business, identity, user],
    system: [...captured, SYSTEM],
    unicode: [name, object, ["note", 'Café "Zürich" 😀 / 東京'], user, identity, business, account],
    verified: [...captured, ["verified", callback.verifier]],
  };
  return forms[world.switches.fieldOrder];
}

/** The form of a handshake; `object_id` is the callback's own id (facts §3.3). */
export function handshakeForm(callback: CallbackRecord): FormPairs {
  return [
    ["user_id", "1"],
    ["name", "callback.verify"],
    ["verifier", callback.verifier],
    ["object_id", String(callback.id)],
    ["account_id", callback.accountId],
    SYSTEM,
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
  const copies = world.switches.copies * (takeOne(world, "duplicateNext") ? 2 : 1);
  const sends = Array.from({ length: copies }, () => send);
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
  const { switches } = world;
  for (const callback of ledgerOf(world, actor.accountId).callbacks.values()) {
    if (!isSubscribed(callback.event, event, switches.bareInvoiceIncludesSendByEmail)) continue;
    const send: Send = (extraDelayMs) => {
      const pairs = eventForm(world, actor, callback, event, objectId);
      world.courier.send(callback, event, objectId, pairs, world.switches.delayMs + extraDelayMs);
    };
    if (callback.verified) dispatch(world, send);
    else if (callback.isDisabled && switches.disabledSpell === "kept") callback.kept.push(() => send(0));
  }
}
