import "server-only";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { peerHeader } from "../lib/client-address";

/** Node says here that a request came in, before any code of the server's sees it. */
const requestBegins = "http.server.request.start";

/** IPv4 as a socket that listens on IPv6 too gives it. */
const mappedPrefix = /^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i;

type Arriving = Pick<IncomingMessage, "headers" | "socket">;

function isArriving(value: unknown): value is Arriving {
  return typeof value === "object" && value !== null && "headers" in value && "socket" in value;
}

function stamp(message: unknown): void {
  if (typeof message !== "object" || message === null || !("request" in message)) return;
  const { request } = message;
  if (!isArriving(request)) return;
  // A connection that is gone already has no address; then nobody's word stands in its place either.
  request.headers[peerHeader] = request.socket.remoteAddress?.replace(mappedPrefix, "");
}

/**
 * From now on every request to an HTTP server of this process bears the address of the other end of its connection, in
 * place of whatever its sender wrote there: Next tells route handlers no address by itself. Call the answer to stop.
 */
export function stampPeer(): () => void {
  subscribe(requestBegins, stamp);
  return () => {
    unsubscribe(requestBegins, stamp);
  };
}
