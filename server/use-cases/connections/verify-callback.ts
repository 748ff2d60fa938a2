import "server-only";
import { sealerOf } from "../../credentials/seal";
import { dropOffer } from "../../db/repos/callback-door";
import { changeCallback, findCallback, findSealedVerifier } from "../../db/repos/callback";
import type { CallbackView } from "../../db/repos/callback";
import { makeSweepDue } from "../../db/repos/sweep-mark";
import type { Tenant } from "../../db/tenant";
import { VendorError } from "../../vendors/http/vendor-error";
import type { FreshbooksClient } from "../../vendors/freshbooks/client";
import { keyHashOf } from "./callback-address";
import type { ConnectDeps } from "./connect-deps";

const anyStatus = ["registering", "pending", "verified", "failed"] as const;

/** The callback's id at FreshBooks; looked up by its address while the answer to its creation is still out. */
async function vendorIdOf(
  deps: ConnectDeps,
  client: FreshbooksClient,
  callback: CallbackView,
): Promise<string | null> {
  if (callback.vendorCallbackId !== null) return callback.vendorCallbackId;
  const listed = await client.listCallbacks();
  const found = listed.find(({ uri }) => keyHashOf(deps.env.APP_URL, uri) === callback.keyHash);
  return found?.id ?? null;
}

/** Refusals that trying again will not change; the rest is thrown for the job to repeat. */
function isFinal(error: unknown): error is VendorError {
  return error instanceof VendorError && ["invalid", "not_found", "gone", "forbidden"].includes(error.kind);
}

/** Keeps FreshBooks' answer. What a mended callback missed until now is swept up at once. */
async function noteAnswer(
  deps: ConnectDeps,
  tenant: Tenant,
  input: { callback: CallbackView; vendorCallbackId: string; verified: boolean },
): Promise<void> {
  const { callback, vendorCallbackId, verified } = input;
  const now = deps.clock.now();
  const change = { vendorCallbackId, lastError: null } as const;
  await changeCallback(
    deps.db,
    tenant,
    { id: callback.id, from: anyStatus },
    verified
      ? { ...change, status: "verified", verifiedAt: now, handshakesAsked: 0 }
      : { ...change, status: "pending", verifiedAt: null },
  );
  const isMended = verified && callback.status !== "verified" && callback.lastRepairAt !== null;
  if (isMended) await makeSweepDue(deps.db, tenant, now);
}

/**
 * Ends a handshake: gives FreshBooks the verifier that came to the callback's path. Only its acceptance makes the
 * verifier trustworthy (facts §3.3). Safe to repeat, and in either order with the answer to the creation.
 * @returns whether the callback is verified; false when there is nothing (any more) to verify, or it was refused.
 * @throws VendorError when FreshBooks could not be asked; the same call may be made again.
 */
export async function verifyCallback(
  deps: ConnectDeps,
  tenant: Tenant,
  input: { callbackId: string },
): Promise<boolean> {
  const { callbackId: id } = input;
  const callback = await findCallback(deps.db, tenant, id);
  const sealed = callback && (await findSealedVerifier(deps.db, tenant, id));
  if (!callback || !sealed) return false;
  const context = { workspaceId: tenant.workspaceId, rowId: id, purpose: "verifier" } as const;
  const verifier = sealerOf(deps.env).open(sealed, context);
  const client = await deps.freshbooks(tenant);
  const change = { id, from: anyStatus };
  try {
    const vendorCallbackId = await vendorIdOf(deps, client, callback);
    if (vendorCallbackId === null) return false;
    const { verified } = await client.verifyCallback(vendorCallbackId, verifier);
    await noteAnswer(deps, tenant, { callback, vendorCallbackId, verified });
    return verified;
  } catch (error) {
    if (!isFinal(error)) throw error;
    // An offer of someone else's to a callback that works: it goes on with what FreshBooks confirmed.
    if (await dropOffer(deps.db, { workspaceId: tenant.workspaceId, id }, deps.clock.now())) {
      deps.log.warn({ err: error, callbackId: id }, "an offered verifier was refused");
      return false;
    }
    await changeCallback(deps.db, tenant, change, { status: "failed", lastError: error.userMessage });
    return false;
  }
}
