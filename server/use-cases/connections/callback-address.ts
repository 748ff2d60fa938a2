import "server-only";
import { createHash, randomBytes } from "node:crypto";

const path = "/api/webhooks/freshbooks/";

/** What is stored of a path key. The key itself stands only in the address that FreshBooks keeps. */
function hashOfKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** A fresh, unguessable address for a callback, and the hash of its key. */
export function newCallbackAddress(appUrl: string): { uri: string; keyHash: string } {
  const key = randomBytes(32).toString("base64url");
  return { uri: `${appUrl}${path}${key}`, keyHash: hashOfKey(key) };
}

/** The hash of the key in an address of ours; null for anybody else's address. */
export function keyHashOf(appUrl: string, uri: string): string | null {
  const prefix = `${appUrl}${path}`;
  return uri.startsWith(prefix) ? hashOfKey(uri.slice(prefix.length)) : null;
}

/** The hash of the key in an address of ours on whatever server; null where the path is none of ours. */
export function keyHashAnywhere(uri: string): string | null {
  const at = uri.indexOf(path);
  return at === -1 ? null : hashOfKey(uri.slice(at + path.length));
}
