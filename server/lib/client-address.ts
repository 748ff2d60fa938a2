/** Where the server notes who really is at the other end of a connection; whatever a client sends there is overwritten. */
export const peerHeader = "x-ml-connector-peer";

/**
 * The address a request came from: that of the connection, or, behind `trustedProxies` proxies that each add the one
 * they saw to `X-Forwarded-For`, that entry counted from the right. What stands further left is anybody's word. Null
 * when it is not known.
 */
export function clientAddress(headers: Headers, trustedProxies: number): string | null {
  if (trustedProxies === 0) return headers.get(peerHeader);
  const seen = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  return seen.at(-trustedProxies) || null;
}
