import { Server } from "node:http";

import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";

import type { NodeEnv } from "./fault-middleware";
import { readAsAsked } from "./read-as-asked";

/** The port a stand-in should listen on is in use by another process. */
export class PortTakenError extends Error {
  override readonly name = "PortTakenError";

  constructor(
    readonly port: number,
    options: ErrorOptions,
  ) {
    super(`Port ${port} is already in use. Stop what listens there, or choose another port.`, options);
  }
}

/**
 * How long an idle connection is kept, as long as the vendors' edges do. Node's own five seconds end connections under
 * clients that are just about to use them again.
 */
const KEEP_ALIVE_MS = 75_000;

export interface Listening {
  readonly url: string;
  /** Stops at once: open connections are cut, not awaited. */
  stop(): Promise<void>;
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}

async function bind(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => {
      reject(isPortTaken(cause) ? new PortTakenError(port, { cause }) : cause);
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

export interface Place {
  /** 0 takes any free one. */
  readonly port: number;
  readonly host: string;
  /** Where a proxy in front of it makes it known, if one does. */
  readonly publicUrl?: string | undefined;
}

/** Serves a Hono application on a loopback port. */
export async function listen(app: Hono<NodeEnv>, { port, host, publicUrl }: Place): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request, bindings) => app.fetch(readAsAsked(request, publicUrl), bindings),
  });
  if (!(server instanceof Server))
    throw new TypeError("The HTTP adaptor made a server that does not speak HTTP/1.1.");
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const boundPort = await bind(server, port, host);
  return { url: `http://${host}:${boundPort}`, stop: () => close(server) };
}
