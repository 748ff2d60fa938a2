import { isSameSecret } from "../lib/secret";
import { isoSeconds } from "../lib/zone-time";
import { handshakeForm } from "./announce";
import { EventsError } from "./errors";
import { isKnownEvent } from "./events";
import type { Actor, CallbackRecord } from "./records";
import type { FreshBooksWorld } from "./world";

const UNPROCESSABLE = "The request was well-formed but was unable to be followed due to semantic errors.";

/** What the API shows of a callback; the verifier is never in an answer (facts §3.1). */
export function callbackView(callback: CallbackRecord): object {
  return {
    callbackid: callback.id,
    event: callback.event,
    uri: callback.uri,
    verified: callback.verified,
    updated_at: isoSeconds(callback.updatedMs),
  };
}

export function findCallback(world: FreshBooksWorld, actor: Actor, id: number): CallbackRecord {
  const callback = world.callbacks.get(id);
  if (callback?.accountId === actor.accountId) return callback;
  throw new EventsError(404, "Requested resource could not be found.");
}

function isWebAddress(uri: string): boolean {
  return URL.canParse(uri) && /^https?:$/.test(new URL(uri).protocol);
}

function refuseWrongTarget(event: string, uri: string): void {
  const details = [
    ...(isKnownEvent(event) ? [] : ["event: Value error, Unrecognized event."]),
    ...(isWebAddress(uri) ? [] : ["uri: Input should be a valid URL, relative URL without a base"]),
  ];
  if (details.length > 0) throw new EventsError(422, UNPROCESSABLE, details);
}

async function shakeHands(world: FreshBooksWorld, callback: CallbackRecord): Promise<void> {
  const form = handshakeForm(callback);
  if (world.switches.handshake === "before") await world.courier.handshake(callback, form);
  if (world.switches.handshake === "after") world.courier.handshakeSoon(callback, form);
}

/** Registers a callback and starts its handshake, before or after the answer as the switch says. */
export async function createCallback(
  world: FreshBooksWorld,
  actor: Actor,
  input: { readonly event: string; readonly uri: string },
): Promise<CallbackRecord> {
  refuseWrongTarget(input.event, input.uri);
  const callback: CallbackRecord = {
    id: world.ids.callback.take(),
    accountId: actor.accountId,
    identityId: actor.identityId,
    businessId: actor.businessId,
    event: input.event,
    uri: input.uri,
    verifier: world.random.alphanumeric(34),
    verified: false,
    updatedMs: world.clock.nowMs(),
    dropsInRow: 0,
  };
  world.callbacks.set(callback.id, callback);
  await shakeHands(world, callback);
  return callback;
}

/** Confirms a callback with the verifier that its handshake brought. */
export function verifyCallback(world: FreshBooksWorld, callback: CallbackRecord, verifier: string): void {
  if (!isSameSecret(verifier, callback.verifier)) {
    throw new EventsError(422, UNPROCESSABLE, ["verifier: Value error, Verifier does not match."]);
  }
  callback.verified = true;
  callback.dropsInRow = 0;
  callback.updatedMs = world.clock.nowMs();
}

/** Sends the handshake again. */
export async function resendHandshake(world: FreshBooksWorld, callback: CallbackRecord): Promise<void> {
  if (world.switches.verifierOnResend === "new") callback.verifier = world.random.alphanumeric(34);
  await shakeHands(world, callback);
}

/** Points a callback elsewhere; a changed address has to be verified anew. */
export async function updateCallback(
  world: FreshBooksWorld,
  callback: CallbackRecord,
  change: { readonly event?: string | undefined; readonly uri?: string | undefined },
): Promise<void> {
  const uri = change.uri ?? callback.uri;
  const event = change.event ?? callback.event;
  refuseWrongTarget(event, uri);
  const isMoved = uri !== callback.uri;
  callback.uri = uri;
  callback.event = event;
  callback.updatedMs = world.clock.nowMs();
  if (!isMoved) return;
  callback.verified = false;
  await shakeHands(world, callback);
}
