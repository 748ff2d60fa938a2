import type { Arrival } from "../probe/listener";
import { numberAt } from "../probe/json-at";
import { ProbeError } from "../probe/probe-error";
import { realTime } from "../probe/real-time";
import { describe, expectOk } from "../probe/reply";
import type { Reply } from "../probe/reply";
import { listenerOf } from "./probe";
import type { FreshbooksProbe } from "./probe";
import { makeClient, OUR_NAME, write } from "./workbench";

const HANDSHAKE = "callback.verify";

/** A callback of our own, and what arrives by it. */
export interface Channel {
  readonly id: number;
  readonly url: string;
  readonly path: string;
  /** The answer to the create call, and when it was here. */
  readonly created: Reply;
  readonly createdAtMs: number;
  readonly handshakes: () => readonly Arrival[];
  readonly events: () => readonly Arrival[];
}

/** The account's callbacks, or one of them. */
export function callbacks(probe: FreshbooksProbe, id?: number): string {
  const path = `/events/account/${encodeURIComponent(probe.credentials.accountId)}/events/callbacks`;
  return id === undefined ? path : `${path}/${id}`;
}

/** Deletes a callback; one that is gone already is fine. */
export async function removeCallback(probe: FreshbooksProbe, id: number): Promise<void> {
  const reply = await probe.api.call("DELETE", callbacks(probe, id), { isCleanUp: true });
  if (reply.status !== 404) expectOk(reply, `Deleting callback ${id}`);
}

/** How a callback may be registered otherwise than by default. */
interface Registration {
  readonly accessToken?: string;
  /** How the first handshakes are answered. */
  readonly answers?: readonly number[];
}

/** Registers a callback at an address of its own, without waiting for its handshake. */
export async function register(
  probe: FreshbooksProbe,
  event: string,
  by: Registration = {},
): Promise<Channel> {
  const listener = listenerOf(probe);
  const { url, path } = listener.address();
  if (by.answers !== undefined) listener.answerAt(path, by.answers);
  const headers = by.accessToken === undefined ? {} : { authorization: `Bearer ${by.accessToken}` };
  const cargo = { json: { callback: { event, uri: url } }, headers };
  const created = await probe.cleanUp.make(`the callback to ${url}`, () =>
    probe.api.call("POST", callbacks(probe), cargo),
  );
  const createdAtMs = Date.now();
  const id = numberAt(
    expectOk(created, "Registering a callback").json,
    "response.result.callback.callbackid",
  );
  if (id === undefined) throw new ProbeError(`${describe(created)} without a callbackid.`);
  probe.cleanUp.owe(`callback ${id}`, () => removeCallback(probe, id));
  const here = () => listener.arrivals.filter((arrival) => arrival.path === path);
  const isHandshake = (arrival: Arrival) => arrival.form.get("name") === HANDSHAKE;
  return {
    id,
    url,
    path,
    created,
    createdAtMs,
    handshakes: () => here().filter(isHandshake),
    events: () => here().filter((arrival) => !isHandshake(arrival)),
  };
}

/** The n-th handshake of a channel (from 1), its verifier known as a secret from then on; undefined if it stays away. */
export async function handshake(
  probe: FreshbooksProbe,
  channel: Channel,
  count = 1,
): Promise<Arrival | undefined> {
  const { interrupted, patience, secrets } = probe.context;
  await listenerOf(probe).next(() => channel.handshakes().length >= count, patience.eventMs, interrupted);
  const arrival = channel.handshakes()[count - 1];
  if (arrival !== undefined) secrets.add(arrival.form.get("verifier") ?? "");
  return arrival;
}

/** Confirms a channel with the verifier of its newest handshake. */
export async function confirm(probe: FreshbooksProbe, channel: Channel, verifier: string): Promise<void> {
  const json = { callback: { callback_id: channel.id, verifier } };
  expectOk(await probe.api.call("PUT", callbacks(probe, channel.id), { json }), "Verifying a callback");
}

/** Registers and verifies a callback: from then on events arrive by it. */
export async function openChannel(probe: FreshbooksProbe, event: string): Promise<Channel> {
  const channel = await register(probe, event);
  const arrival = await handshake(probe, channel);
  if (arrival === undefined) throw new ProbeError(`No handshake came for the callback on ${event}.`);
  await confirm(probe, channel, arrival.form.get("verifier") ?? "");
  return channel;
}

/** Whether an event about an object came by a channel. */
export function heard(channel: Channel, event: string, objectId: number): boolean {
  return channel
    .events()
    .some(({ form }) => form.get("name") === event && form.get("object_id") === String(objectId));
}

/**
 * Waits until silence means something: a change of a client of ours is made and its event awaited by `channel` (on
 * `client`), then a while more. Says what was waited for.
 */
export async function waitOutEvents(probe: FreshbooksProbe, channel: Channel): Promise<string> {
  const { interrupted, patience } = probe.context;
  const marker = await makeClient(probe);
  await write(probe, "client", marker, { note: OUR_NAME });
  const isMarked = () => heard(channel, "client.update", marker);
  const arrival = await listenerOf(probe).next(isMarked, patience.eventMs, interrupted);
  if (arrival === undefined)
    throw new ProbeError("An event that was sure to come did not come: nothing can be said.");
  await realTime.wait(patience.afterMs, interrupted);
  return `a later client.update arrived, and nothing more within ${patience.afterMs / 1000} s`;
}
