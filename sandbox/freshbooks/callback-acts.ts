import { isSameSecret } from "../lib/secret";
import { isoSeconds } from "../lib/zone-time";
import { handshakeForm } from "./announce";
import { EventsError } from "./errors";
import type { WrongField } from "./errors";
import { isKnownEvent } from "./events";
import type { Actor, CallbackRecord } from "./records";
import { utcStamp } from "./stamps";
import type { Switches } from "./switches";
import type { FreshBooksWorld } from "./world";
import { ledgerOf, takeId } from "./world";

const UNPROCESSABLE = "The request was well-formed but was unable to be followed due to semantic errors.";

/** A refusal that names each wrong field. */
export function unprocessable(fields: readonly WrongField[]): EventsError {
  return new EventsError(422, UNPROCESSABLE, fields);
}

/** What the API shows of a callback; the verifier is never in an answer (facts §3.1). */
export function callbackView(switches: Switches, callback: CallbackRecord): Record<string, unknown> {
  const stamp = switches.callbackStamp === "iso" ? isoSeconds : utcStamp;
  return {
    callbackid: callback.id,
    event: callback.event,
    uri: callback.uri,
    verified: callback.verified,
    updated_at: stamp(callback.updatedMs),
  };
}

/** The callbacks of an account that an actor sees. */
export function callbacksOf(world: FreshBooksWorld, actor: Actor): CallbackRecord[] {
  const all = [...ledgerOf(world, actor.accountId).callbacks.values()];
  if (world.switches.callbacksBelongTo === "account") return all;
  return all.filter(({ identityId }) => identityId === actor.identityId);
}

export function findCallback(world: FreshBooksWorld, actor: Actor, id: number): CallbackRecord {
  const callback = callbacksOf(world, actor).find((one) => one.id === id);
  if (callback !== undefined) return callback;
  throw new EventsError(404, "Requested resource could not be found.");
}

function isWebAddress(uri: string): boolean {
  return URL.canParse(uri) && /^https?:$/.test(new URL(uri).protocol);
}

function refuseWrongTarget(event: string, uri: string): void {
  const wrong = [
    ...(isKnownEvent(event) ? [] : [{ field: "event", description: "Value error, Unrecognized event." }]),
    ...(isWebAddress(uri)
      ? []
      : [{ field: "uri", description: "Input should be a valid URL, relative URL without a base" }]),
  ];
  if (wrong.length > 0) throw unprocessable(wrong);
}

async function shakeHands(world: FreshBooksWorld, callback: CallbackRecord): Promise<void> {
  const form = handshakeForm(callback);
  const { handshake, handshakeDelayMs } = world.switches;
  if (handshake === "before") await world.courier.handshake(callback, form);
  if (handshake === "after") world.courier.handshakeSoon(callback, form);
  if (handshake === "delayed") world.courier.handshakeLater(callback, form, handshakeDelayMs);
}

interface Target {
  readonly event: string;
  readonly uri: string;
}

function twinOf(world: FreshBooksWorld, actor: Actor, target: Target): CallbackRecord | undefined {
  if (world.switches.duplicateRegistration === "allowed") return undefined;
  const twin = callbacksOf(world, actor).find(
    ({ event, uri }) => event === target.event && uri === target.uri,
  );
  if (twin !== undefined && world.switches.duplicateRegistration === "refused") {
    throw unprocessable([{ field: "uri", description: "Value error, Callback already exists." }]);
  }
  return twin;
}

/** Registers a callback and starts its handshake, before or after the answer as the switch says. */
export async function createCallback(
  world: FreshBooksWorld,
  actor: Actor,
  target: Target,
): Promise<CallbackRecord> {
  refuseWrongTarget(target.event, target.uri);
  const twin = twinOf(world, actor, target);
  if (twin !== undefined) return twin;
  const ledger = ledgerOf(world, actor.accountId);
  const callback: CallbackRecord = {
    id: takeId(world, ledger, "callback"),
    accountId: actor.accountId,
    identityId: actor.identityId,
    businessId: actor.businessId,
    event: target.event,
    uri: target.uri,
    verifier: world.random.alphanumeric(34),
    verified: false,
    updatedMs: world.clock.nowMs(),
    dropsInRow: 0,
    isDisabled: false,
    kept: [],
  };
  ledger.callbacks.set(callback.id, callback);
  await shakeHands(world, callback);
  return callback;
}

/** Confirms a callback with the verifier that its handshake brought, which also sets a disabled one going again. */
export function verifyCallback(world: FreshBooksWorld, callback: CallbackRecord, verifier: string): void {
  if (!isSameSecret(verifier, callback.verifier)) {
    throw unprocessable([{ field: "verifier", description: "Value error, Verifier does not match." }]);
  }
  callback.verified = true;
  callback.isDisabled = false;
  callback.dropsInRow = 0;
  callback.updatedMs = world.clock.nowMs();
  for (const deliver of callback.kept.splice(0)) deliver();
}

/** Sends the handshake again. */
export async function resendHandshake(world: FreshBooksWorld, callback: CallbackRecord): Promise<void> {
  if (world.switches.verifierOnResend === "new") callback.verifier = world.random.alphanumeric(34);
  await shakeHands(world, callback);
}

/** Points a callback elsewhere; whether a changed address has to be verified anew, the switch says. */
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
  if (!isMoved || !world.switches.changedUriNeedsVerifying) return;
  callback.verified = false;
  await shakeHands(world, callback);
}
