import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";

/** One call that went through, both sides of it. */
export interface Exchange {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The request's body as text, empty when there was none. */
  readonly requestText: string;
  readonly requestHeaders: Headers;
  readonly status: number;
  readonly answerText: string;
  readonly answerHeaders: Headers;
}

/** A server that passes every call on to another and keeps what was said. */
export interface Recorder {
  readonly url: string;
  readonly exchanges: readonly Exchange[];
  stop(): Promise<void>;
}

/** Headers that are about one connection, and not to be passed on; and the length, which follows from the body. */
const OWN_HEADERS = [
  "connection",
  "content-length",
  "host",
  "keep-alive",
  "transfer-encoding",
  "content-encoding",
];

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) {
    if (chunk instanceof Uint8Array) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !OWN_HEADERS.includes(name)) headers.set(name, [value].flat().join(", "));
  }
  return headers;
}

async function passOn(target: string, request: IncomingMessage): Promise<Exchange> {
  const method = request.method ?? "GET";
  const address = new URL(request.url ?? "/", target);
  const requestText = await readText(request);
  const requestHeaders = headersOf(request);
  const answer = await fetch(address, {
    method,
    headers: requestHeaders,
    redirect: "manual",
    ...(requestText !== "" && { body: requestText }),
  });
  return {
    method,
    path: address.pathname,
    query: address.searchParams,
    requestText,
    requestHeaders,
    status: answer.status,
    answerText: await answer.text(),
    answerHeaders: answer.headers,
  };
}

/** Stands in front of `target` at a free port. A call that cannot be passed on is answered with 502 and its reason. */
export async function startRecorder(target: string): Promise<Recorder> {
  const exchanges: Exchange[] = [];
  const server = createServer((request, response) => {
    passOn(target, request).then(
      (exchange) => {
        exchanges.push(exchange);
        const kept = [...exchange.answerHeaders].filter(([name]) => !OWN_HEADERS.includes(name));
        response.writeHead(exchange.status, Object.fromEntries(kept)).end(exchange.answerText);
      },
      (error: unknown) => response.writeHead(502).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    exchanges,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
