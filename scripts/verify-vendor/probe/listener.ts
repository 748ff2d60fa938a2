import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

import { ProbeError } from "./probe-error";

const LONGEST_BODY = 65_536;
const MOST_ARRIVALS = 10_000;

/** One call that arrived. */
export interface Arrival {
  readonly atMs: number;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The body as it came. */
  readonly raw: string;
  readonly form: URLSearchParams;
  readonly header: (name: string) => string | undefined;
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size > LONGEST_BODY) throw new ProbeError("A body that arrived was too long.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

async function arrivalOf(request: IncomingMessage): Promise<Arrival> {
  const raw = await readText(request);
  const url = new URL(request.url ?? "/", "http://listener.invalid");
  const header = (name: string) => {
    const value = request.headers[name];
    return typeof value === "string" ? value : undefined;
  };
  const method = request.method ?? "GET";
  const form = new URLSearchParams(raw);
  return { atMs: Date.now(), method, path: url.pathname, query: url.searchParams, raw, form, header };
}

interface Waiting {
  readonly fits: (arrival: Arrival) => boolean;
  readonly take: (arrival: Arrival) => void;
}

/** A local web server behind the public address: it keeps what arrives and answers 200. */
export class Listener {
  readonly arrivals: Arrival[] = [];
  readonly #waiting = new Set<Waiting>();
  readonly #answers = new Map<string, number[]>();
  readonly #server: Server;

  private constructor(
    server: Server,
    readonly publicUrl: string,
  ) {
    this.#server = server;
    server.on("request", (request: IncomingMessage, response: ServerResponse) => {
      arrivalOf(request).then(
        (arrival) => {
          const status = this.#answers.get(arrival.path)?.shift() ?? 200;
          response
            .writeHead(status, { "content-type": "text/plain" })
            .end("Received. You can close this page.\n");
          this.#note(arrival);
        },
        () => response.writeHead(413, { connection: "close" }).end(),
      );
    });
  }

  /** Listens on a port of 127.0.0.1 (0: any) to what is sent to `publicUrl` (absent: to that port itself). */
  static async start(port: number, publicUrl?: string): Promise<Listener> {
    const server = createServer();
    const taken = await listening(server, port);
    return new Listener(server, (publicUrl ?? `http://127.0.0.1:${taken}`).replace(/\/+$/, ""));
  }

  /** An address of ours that nobody can guess. */
  address(): { readonly url: string; readonly path: string } {
    const path = `/verify-${randomBytes(12).toString("base64url")}`;
    return { url: `${this.publicUrl}${path}`, path };
  }

  /** Answers the next arrivals at a path with these statuses, before 200 again. */
  answerAt(path: string, statuses: readonly number[]): void {
    this.#answers.set(path, [...statuses]);
  }

  /** What fits, be it here already or to come; undefined when it did not come in time. */
  async next(
    fits: (arrival: Arrival) => boolean,
    withinMs: number,
    signal: AbortSignal,
  ): Promise<Arrival | undefined> {
    const here = this.arrivals.find(fits);
    if (here !== undefined) return here;
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const end = (give: () => void) => {
        clearTimeout(timer);
        this.#waiting.delete(waiting);
        signal.removeEventListener("abort", abort);
        give();
      };
      const waiting: Waiting = {
        fits,
        take: (arrival) => {
          end(() => {
            resolve(arrival);
          });
        },
      };
      const abort = () => {
        end(() => {
          reject(signal.reason instanceof Error ? signal.reason : new ProbeError("The wait was broken off."));
        });
      };
      const timer = setTimeout(() => {
        end(() => {
          resolve(undefined);
        });
      }, withinMs);
      signal.addEventListener("abort", abort);
      this.#waiting.add(waiting);
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #note(arrival: Arrival): void {
    // The address is public: whoever floods it fills no memory.
    if (this.arrivals.length >= MOST_ARRIVALS) return;
    this.arrivals.push(arrival);
    for (const waiting of [...this.#waiting]) if (waiting.fits(arrival)) waiting.take(arrival);
  }
}

/** Resolves to the port. */
function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => {
      reject(new ProbeError(`Nothing can listen on port ${port} of this machine.`, { cause }));
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
