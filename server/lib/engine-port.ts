import { randomBytes } from "node:crypto";

/** One request that the SDK's client sends to its server: events, checkpoints. */
export type EngineRequest = {
  /** Path of the request, beginning with a slash; the host means nothing here. */
  path: string;
  /** Reads one request header, in any case; null when absent. */
  header: (name: string) => string | null;
  /** The request's JSON text; empty when there is none. */
  body: string;
};

/** What the engine answers: an HTTP status and a JSON text. */
export type EngineAnswer = { status: number; body: string };

/** The engine's side of the seam. Never rejects for a bad request: that is an answer with its status. */
export type EngineHandler = (request: EngineRequest) => Promise<EngineAnswer>;

/** Options that point an `Inngest` client at the engine inside this process. */
export type EmbeddedClientOptions = {
  isDev: false;
  eventKey: string;
  signingKey: string;
  baseUrl: string;
  fetch: typeof globalThis.fetch;
};

/** The client was used before the engine was started, or after it was stopped. */
export class EngineNotConnectedError extends Error {
  override readonly name = "EngineNotConnectedError";

  constructor() {
    super("The engine is not running in this process, so the event was not taken. Start it and send again.");
  }
}

type Port = { signingKey: string; handler: EngineHandler | undefined };

declare global {
  var mlConnectorEnginePort: Port | undefined;
}

/** One port per process, whatever bundle asks: a second copy would reach a second, idle engine (facts §13.24). */
function port(): Port {
  globalThis.mlConnectorEnginePort ??= {
    signingKey: `signkey-local-${randomBytes(32).toString("hex")}`,
    handler: undefined,
  };
  return globalThis.mlConnectorEnginePort;
}

/** Makes `handler` the engine that every embedded client of this process speaks to. */
export function connectEngine(handler: EngineHandler): void {
  port().handler = handler;
}

/** Takes the engine away again, if `handler` is still the connected one. */
export function disconnectEngine(handler: EngineHandler): void {
  if (port().handler === handler) port().handler = undefined;
}

async function embeddedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const { handler } = port();
  if (!handler) throw new EngineNotConnectedError();
  const address = input instanceof Request ? input.url : input;
  const answer = await handler({
    path: new URL(address).pathname,
    header: (name) => new Headers(init?.headers).get(name),
    body: typeof init?.body === "string" ? init.body : "",
  });
  return new Response(answer.body, {
    status: answer.status,
    headers: { "content-type": "application/json" },
  });
}

/**
 * Options for `new Inngest({ id, ...embeddedClientOptions() })`: cloud mode with a key made at random for this
 * process, so that the public route refuses unsigned calls (facts §13.6), and a `fetch` that never leaves it.
 */
export function embeddedClientOptions(): EmbeddedClientOptions {
  return {
    isDev: false,
    eventKey: "embedded",
    signingKey: port().signingKey,
    baseUrl: "http://embedded.invalid",
    fetch: embeddedFetch,
  };
}
