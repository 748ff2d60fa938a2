import "server-only";
import { createHash } from "node:crypto";
import { sealerOf } from "../../credentials/seal";
import { findCallbackDoor } from "../../db/repos/callback-door";
import type { CallbackDoor } from "../../db/repos/callback-door";
import { parseDelivery } from "../../domain/webhook/parse-delivery";
import { verifySignature } from "../../vendors/freshbooks/signature";
import type { SyncDeps } from "../sync/sync-deps";
import { acceptHandshake } from "./accept-handshake";
import { keepEvent } from "./keep-event";
import type { Received } from "./received";

type Request = {
  /** The unguessable part of the path. */
  key: string;
  /** The body as it came, before any parsing. */
  rawBody: string;
  /** `X-FreshBooks-Hmac-SHA256`. */
  signature: string | null;
};

/** The verifiers a delivery may be signed with: the newest, then the one before it. */
function verifiersOf(deps: SyncDeps, door: CallbackDoor): string[] {
  const sealed = [door.sealedVerifier, door.sealedFormerVerifier].filter((value) => value !== null);
  const context = { workspaceId: door.workspaceId, rowId: door.id, purpose: "verifier" } as const;
  return sealed.map((envelope) => sealerOf(deps.env).open(envelope, context));
}

/**
 * Takes one delivery: verified for its own callback alone, stored with its object marked dirty in one statement, and
 * only then acknowledged. Handing the event to the engine happens after the answer; the stored row is the outbox.
 */
export async function receiveWebhook(deps: SyncDeps, request: Request): Promise<Received> {
  const keyHash = createHash("sha256").update(request.key).digest("hex");
  const door = await findCallbackDoor(deps.db, keyHash);
  if (!door) return { status: 404, afterwards: null };
  const delivery = parseDelivery(request.rawBody);
  if (delivery.kind === "handshake") return acceptHandshake(deps, door, delivery);
  const verdict = verifySignature({
    rawBody: request.rawBody,
    header: request.signature,
    verifiers: verifiersOf(deps, door),
  });
  if (!verdict.ok) {
    deps.log.warn({ callbackId: door.id, reason: verdict.reason }, "delivery refused");
    return { status: 401, afterwards: null };
  }
  deps.log.debug({ callbackId: door.id, order: verdict.order }, "delivery verified");
  if (delivery.kind === "malformed") {
    deps.log.warn({ callbackId: door.id, reason: delivery.reason }, "signed delivery makes no sense");
    return { status: 204, afterwards: null };
  }
  return keepEvent(deps, door, delivery);
}
