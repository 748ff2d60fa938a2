import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** An address that webhooks are posted to, and what came. */
export interface Receiver {
  readonly url: string;
  /** The latest verifier sent for a callback, waited for at most five seconds. */
  verifierFor(callbackId: string): Promise<string>;
  stop(): Promise<void>;
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) {
    if (chunk instanceof Uint8Array) chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}

/** Listens at a free port and answers 200 to everything. */
export async function startReceiver(): Promise<Receiver> {
  const verifiers = new Map<string, string>();
  const server = createServer((request, response) => {
    void readForm(request).then((form) => {
      const [id, verifier] = [form.get("object_id"), form.get("verifier")];
      if (id !== null && verifier !== null) verifiers.set(id, verifier);
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async verifierFor(callbackId) {
      const deadline = Date.now() + 5000;
      for (;;) {
        const verifier = verifiers.get(callbackId);
        if (verifier !== undefined) return verifier;
        if (Date.now() > deadline) throw new Error(`No verifier came for the callback ${callbackId}.`);
        await sleep(5);
      }
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
