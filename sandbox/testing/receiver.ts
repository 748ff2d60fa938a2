import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";

/** One post that arrived, its body as the bytes said it. */
export interface Received {
  readonly path: string;
  readonly raw: string;
  readonly signature: string | undefined;
  readonly form: URLSearchParams;
}

/** A web server that keeps what is posted to it, as an app's webhook endpoint would get it. */
export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
  /** Statuses of the next answers; 200 when used up. */
  readonly answers: number[];
  stop(): Promise<void>;
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) {
    if (chunk instanceof Uint8Array) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    void readText(request).then((raw) => {
      const header = request.headers["x-freshbooks-hmac-sha256"];
      const signature = typeof header === "string" ? header : undefined;
      received.push({ path: request.url ?? "", raw, signature, form: new URLSearchParams(raw) });
      response.writeHead(answers.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    answers,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
