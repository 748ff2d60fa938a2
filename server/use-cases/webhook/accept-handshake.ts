import "server-only";
import { sealerOf } from "../../credentials/seal";
import { keepOfferedVerifier } from "../../db/repos/callback-door";
import type { CallbackDoor } from "../../db/repos/callback-door";
import { callbackOffered } from "../../jobs/events";
import type { SyncDeps } from "../sync/sync-deps";
import type { Received } from "./received";

/**
 * Keeps the verifier that FreshBooks offers, before or after the answer to our registration (facts §3.3), and has it
 * confirmed in the background. A handshake for another callback id than the path's is refused, and
 * more than a few within a minute: each costs a call to FreshBooks, and the watch makes up for one that was not kept.
 */
export async function acceptHandshake(
  deps: SyncDeps,
  door: CallbackDoor,
  offer: { callbackId: string; verifier: string },
): Promise<Received> {
  if (door.vendorCallbackId !== null && door.vendorCallbackId !== offer.callbackId) {
    deps.log.warn({ callbackId: door.id }, "handshake for another callback refused");
    return { status: 401, afterwards: null };
  }
  const context = { workspaceId: door.workspaceId, rowId: door.id, purpose: "verifier" } as const;
  const at = deps.clock.now();
  const isKept = await keepOfferedVerifier(deps.db, door, {
    sealedVerifier: sealerOf(deps.env).seal(offer.verifier, context),
    vendorCallbackId: offer.callbackId,
    at,
  });
  if (!isKept) {
    deps.log.warn({ callbackId: door.id }, "handshakes come too often; refused for now");
    return { status: 429, afterwards: null };
  }
  const { workspaceId, id: callbackId } = door;
  const afterwards = async () => {
    try {
      await deps.send([{ name: callbackOffered.name, data: { workspaceId, callbackId } }]);
    } catch (error) {
      deps.log.warn({ err: error, callbackId }, "the offered verifier waits for the tick");
    }
  };
  return { status: 204, afterwards };
}
