import "server-only";
import type { CallbackDto } from "../../contracts/overview";
import { findConnection } from "../../db/repos/connection";
import {
  changeCallback,
  keepVendorCallbackId,
  listCallbackRows,
  listLiveKeyHashes,
  replaceCallback,
} from "../../db/repos/callback";
import type { CallbackView } from "../../db/repos/callback";
import type { Tenant } from "../../db/tenant";
import { nouns } from "../../jobs/events";
import type { Noun } from "../../jobs/events";
import type { VendorCallback } from "../../vendors/freshbooks/callbacks";
import type { FreshbooksClient } from "../../vendors/freshbooks/client";
import { VendorError } from "../../vendors/http/vendor-error";
import { needsReconnect } from "../../credentials/needs-reconnect";
import { toCallbackDto } from "../overview/connection-dto";
import { keyHashOf, newCallbackAddress } from "./callback-address";
import type { ConnectDeps } from "./connect-deps";

type Ours = VendorCallback & { keyHash: string };
type Work = { client: FreshbooksClient; connectionId: string; row: CallbackView | undefined; known: Ours[] };

/** Registers a noun at a fresh address. The row is stored first: the handshake may come before the answer (§3.3). */
async function register(deps: ConnectDeps, tenant: Tenant, noun: Noun, work: Work): Promise<void> {
  const { uri, keyHash } = newCallbackAddress(deps.env.APP_URL);
  const id = await replaceCallback(deps.db, tenant, { connectionId: work.connectionId, noun, keyHash });
  const made = await work.client.createCallback({ event: noun, uri });
  const isOurs = await keepVendorCallbackId(deps.db, tenant, { id, vendorCallbackId: made.id });
  // Someone registered this noun anew meanwhile; theirs counts, and ours would only bring unknown keys.
  if (!isOurs) await work.client.deleteCallback(made.id);
}

/** Brings one noun to "registered, verified or waiting for the handshake". */
async function reconcile(deps: ConnectDeps, tenant: Tenant, noun: Noun, work: Work): Promise<void> {
  const { row, client } = work;
  const there = row && work.known.find((known) => known.keyHash === row.keyHash && known.event === noun);
  if (!row || !there || row.connectionId !== work.connectionId) {
    await register(deps, tenant, noun, work);
    return;
  }
  await keepVendorCallbackId(deps.db, tenant, { id: row.id, vendorCallbackId: there.id });
  if (there.verified && row.status === "verified") return;
  const from = ["registering", "pending", "verified", "failed"] as const;
  await changeCallback(deps.db, tenant, { id: row.id, from }, { status: "pending", lastError: null });
  await client.resendCallback(there.id);
}

async function reconcileOrNote(deps: ConnectDeps, tenant: Tenant, noun: Noun, work: Work): Promise<void> {
  try {
    await reconcile(deps, tenant, noun, work);
  } catch (error) {
    if (!(error instanceof VendorError) || error.kind === "auth") throw error;
    deps.log.warn({ err: error, noun, workspaceId: tenant.workspaceId }, "callback not registered");
    const row = (await listCallbackRows(deps.db, tenant)).find((candidate) => candidate.noun === noun);
    if (!row) return;
    const from = ["registering", "pending", "failed"] as const;
    await changeCallback(
      deps.db,
      tenant,
      { id: row.id, from },
      { status: "failed", lastError: error.userMessage },
    );
  }
}

/** Removes registrations of this app whose path no workspace listens on: left by a lost answer, or replaced. */
async function removeStale(
  deps: ConnectDeps,
  client: FreshbooksClient,
  ours: readonly Ours[],
): Promise<void> {
  const live = await listLiveKeyHashes(
    deps.db,
    ours.map(({ keyHash }) => keyHash),
  );
  for (const { id, keyHash } of ours) {
    if (!live.has(keyHash)) await client.deleteCallback(id);
  }
}

/**
 * Makes FreshBooks tell us of every noun we follow: keeps what is registered and verified, asks again for handshakes
 * that did not come, registers what is missing, removes what is stale. Safe to repeat. A noun that FreshBooks refuses
 * is `failed` with its reason; the others go on.
 */
export async function registerCallbacks(deps: ConnectDeps, tenant: Tenant): Promise<CallbackDto[]> {
  const connection = await findConnection(deps.db, tenant, "freshbooks");
  if (!connection?.accountId) throw needsReconnect("freshbooks", "missing");
  const client = await deps.freshbooks(tenant);
  const listed = await client.listCallbacks();
  const known = listed.flatMap((callback) => {
    const keyHash = keyHashOf(deps.env.APP_URL, callback.uri);
    return keyHash === null ? [] : [{ ...callback, keyHash }];
  });
  const rows = await listCallbackRows(deps.db, tenant);
  for (const noun of nouns) {
    const row = rows.find((candidate) => candidate.noun === noun);
    await reconcileOrNote(deps, tenant, noun, { client, connectionId: connection.id, row, known });
  }
  await removeStale(deps, client, known);
  return (await listCallbackRows(deps.db, tenant)).map(toCallbackDto);
}
