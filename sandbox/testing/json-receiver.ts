import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";

/** One call that arrived. */
export interface JsonReceived {
  readonly method: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** A web server that keeps the JSON sent to it. */
export interface JsonReceiver {
  readonly url: string;
  readonly received: readonly JsonReceived[];
  /** Status of every answer. */
  status: number;
  stop(): Promise<void>;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) {
    if (chunk instanceof Uint8Array) chunks.push(chunk);
  }
  const body: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  return body;
}

export async function startJsonReceiver(): Promise<JsonReceiver> {
  const received: JsonReceived[] = [];
  const answers = { status: 200 };
  const server = createServer((request, response) => {
    void readJson(request).then((body) => {
      const { method = "", headers } = request;
      received.push({ method, authorization: headers.authorization, body });
      response.writeHead(answers.status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    get status() {
      return answers.status;
    },
    set status(status) {
      answers.status = status;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
