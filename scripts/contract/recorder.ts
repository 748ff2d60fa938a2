import { createServer, request as open } from "node:http";
import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";

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
}

/** A server that passes every call on to another and keeps what was said. */
export interface Recorder {
  readonly url: string;
  readonly exchanges: readonly Exchange[];
  stop(): Promise<void>;
}

const KEEP_ALIVE_MS = 120_000;

/** About one connection alone, and so not passed on; or true of the body as it was packed. */
const OWN_HEADERS: readonly string[] = ["connection", "content-length", "keep-alive", "transfer-encoding"];

async function readText(message: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of message) {
    if (chunk instanceof Uint8Array) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function kept(message: IncomingMessage): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(message.headers).filter(([name]) => !OWN_HEADERS.includes(name)));
}

function headersOf(message: IncomingMessage): Headers {
  const values = Object.entries(message.headersDistinct).flatMap(([name, all = []]) =>
    all.map((value): [string, string] => [name, value]),
  );
  return new Headers(values);
}

/** Makes the same call, with the same `Host`, so that the other server speaks of this one's address as its own. */
function ask(target: URL, asked: IncomingMessage, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { method = "GET" } = asked;
    const headers = { ...kept(asked), ...(body !== "" && { "content-length": Buffer.byteLength(body) }) };
    const call = open(target, { method, headers, agent: false }, resolve);
    call.on("error", reject);
    call.end(body);
  });
}

async function passOn(
  target: string,
  asked: IncomingMessage,
): Promise<Exchange & { sent: OutgoingHttpHeaders }> {
  const address = new URL(asked.url ?? "/", target);
  const requestText = await readText(asked);
  const answer = await ask(address, asked, requestText);
  return {
    method: asked.method ?? "GET",
    path: address.pathname,
    query: address.searchParams,
    requestText,
    requestHeaders: headersOf(asked),
    status: answer.statusCode ?? 502,
    answerText: await readText(answer),
    sent: kept(answer),
  };
}

/** Stands in front of `target` at a free port. A call that cannot be passed on is answered with 502 and its reason. */
export async function startRecorder(target: string): Promise<Recorder> {
  const exchanges: Exchange[] = [];
  const server = createServer((request, response) => {
    passOn(target, request).then(
      ({ sent, ...exchange }) => {
        exchanges.push(exchange);
        response.writeHead(exchange.status, sent).end(exchange.answerText);
      },
      (error: unknown) => response.writeHead(502).end(String(error)),
    );
  });
  // Longer than any pause between two calls: a client about to use an idle connection must not meet its end.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
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
