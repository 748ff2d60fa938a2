import "server-only";
import { changeCallback, keepVendorCallbackId } from "../../db/repos/callback";
import type { Tenant } from "../../db/tenant";
import type { Noun } from "../../jobs/events";
import type { VendorCallback } from "../../vendors/freshbooks/callbacks";
import type { FreshbooksClient } from "../../vendors/freshbooks/client";
import { VendorError } from "../../vendors/http/vendor-error";
import type { RepairCause } from "./callback-repair";
import type { ConnectDeps } from "./connect-deps";

/** A callback that was taken up; `tries`: handshakes asked for before, in vain. */
export type Claim = { noun: Noun; cause: RepairCause; tries: number; id: string } & (
  | { act: "ask"; vendorCallbackId: string }
  /** `replaces`: what is registered for the noun until now. */
  | { act: "register"; uri: string; replaces: string | null }
);

/** Registers at the claimed address. The handshake may come before the answer (facts §3.3): its row is there. */
async function register(
  deps: ConnectDeps,
  tenant: Tenant,
  client: FreshbooksClient,
  claim: Extract<Claim, { act: "register" }>,
): Promise<void> {
  const { noun, uri, id, replaces } = claim;
  const made = await client.createCallback({ event: noun, uri });
  const isOurs = await keepVendorCallbackId(deps.db, tenant, { id, vendorCallbackId: made.id });
  // Someone registered this noun anew meanwhile; theirs counts, and ours would only bring unknown keys.
  if (!isOurs) await client.deleteCallback(made.id);
  if (replaces !== null) await client.deleteCallback(replaces);
}

/** Whether an error concerns this callback alone; a grant that is refused concerns all of them. */
function isOwnTrouble(error: unknown): error is VendorError {
  return error instanceof VendorError && error.kind !== "auth";
}

async function carryOut(
  deps: ConnectDeps,
  tenant: Tenant,
  client: FreshbooksClient,
  claim: Claim,
): Promise<void> {
  const { noun, id } = claim;
  try {
    if (claim.act === "ask") await client.resendCallback(claim.vendorCallbackId);
    else await register(deps, tenant, client, claim);
  } catch (error) {
    if (!isOwnTrouble(error)) throw error;
    deps.log.warn({ err: error, noun, workspaceId: tenant.workspaceId }, "callback not registered");
    const from = ["registering", "pending", "failed"] as const;
    const change = { status: "failed", lastError: error.userMessage } as const;
    await changeCallback(deps.db, tenant, { id, from }, change);
  }
}

async function removeStray(deps: ConnectDeps, client: FreshbooksClient, id: string): Promise<void> {
  try {
    await client.deleteCallback(id);
  } catch (error) {
    if (!isOwnTrouble(error)) throw error;
    deps.log.warn({ err: error, vendorCallbackId: id }, "a stray callback stays for now");
  }
}

/** Tells FreshBooks what was taken up, and removes what nobody listens on. */
export async function carryOutClaims(
  deps: ConnectDeps,
  tenant: Tenant,
  input: { client: FreshbooksClient; claims: readonly Claim[]; stray: readonly VendorCallback[] },
): Promise<void> {
  for (const claim of input.claims) await carryOut(deps, tenant, input.client, claim);
  for (const { id } of input.stray) await removeStray(deps, input.client, id);
}
