import "server-only";
import { listLiveKeyHashes } from "../../db/repos/callback";
import type { CallbackView } from "../../db/repos/callback";
import type { VendorCallback } from "../../vendors/freshbooks/callbacks";
import type { FreshbooksClient } from "../../vendors/freshbooks/client";
import { keyHashAnywhere, keyHashOf } from "./callback-address";
import type { ConnectDeps } from "./connect-deps";

type Listed = VendorCallback & { keyHash: string };

/** FreshBooks' registrations, as far as they concern this workspace or nobody. */
export type OwnCallbacks = {
  /** By the hash of their path's key. */
  registered: ReadonlyMap<string, VendorCallback>;
  /** Keys of ours that are registered under another address of a server. */
  atFormerAddress: ReadonlySet<string>;
  /** Registrations at this server's address that nobody listens on, and second ones for the same path. */
  stray: readonly VendorCallback[];
};

/** Of several registrations for one path: the confirmed one, else the one we know. */
function pick(same: readonly Listed[], row: CallbackView): Listed | undefined {
  const fitting = same.filter(({ event }) => event === row.noun);
  const known = fitting.find(({ id }) => id === row.vendorCallbackId);
  return fitting.find(({ verified }) => verified) ?? known ?? fitting[0];
}

/**
 * What FreshBooks has registered for this workspace, and what for nobody. Those of other servers, of other apps and of
 * other workspaces of this server are left out.
 */
export async function listOwnCallbacks(
  deps: ConnectDeps,
  client: FreshbooksClient,
  rows: readonly CallbackView[],
): Promise<OwnCallbacks> {
  const listed = await client.listCallbacks();
  const here = listed.flatMap((callback) => {
    const keyHash = keyHashOf(deps.env.APP_URL, callback.uri);
    return keyHash === null ? [] : [{ ...callback, keyHash }];
  });
  const hashes = here.map(({ keyHash }) => keyHash);
  const live = await listLiveKeyHashes(deps.db, hashes);
  const registered = new Map<string, VendorCallback>();
  for (const row of rows) {
    const kept = pick(
      here.filter(({ keyHash }) => keyHash === row.keyHash),
      row,
    );
    if (kept) registered.set(row.keyHash, kept);
  }
  const own = new Set(rows.map(({ keyHash }) => keyHash));
  const isStray = ({ id, keyHash }: Listed) =>
    own.has(keyHash) ? registered.get(keyHash)?.id !== id : !live.has(keyHash);
  const elsewhere = listed.filter(({ uri }) => keyHashOf(deps.env.APP_URL, uri) === null);
  const otherHashes = elsewhere.flatMap(({ uri }) => keyHashAnywhere(uri) ?? []);
  const atFormerAddress = new Set(otherHashes.filter((hash) => own.has(hash)));
  return { registered, atFormerAddress, stray: here.filter(isStray) };
}
