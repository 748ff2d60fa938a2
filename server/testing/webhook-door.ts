import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { receiveWebhook } from "../use-cases/webhook/receive-webhook";
import type { TestDeps } from "./test-deps";

/** Where FreshBooks' callbacks arrive in a test. */
export type WebhookDoor = {
  /** What `APP_URL` must be, so that callbacks are registered here. */
  url: string;
  /** Whose door it is; until then every delivery is answered 503. */
  open: (deps: TestDeps) => void;
  /** Answers 503 from now on, until it is opened again. */
  shut: () => void;
  close: () => Promise<void>;
};

function headerOf(value: string | string[] | undefined): string | null {
  return typeof value === "string" ? value : null;
}

/** The webhook route in small: our own use case behind a plain HTTP server on a free port. */
export async function startWebhookDoor(): Promise<WebhookDoor> {
  let deps: TestDeps | null = null;
  const server = createServer((request, response) => {
    void (async () => {
      if (!deps) {
        response.writeHead(503).end();
        return;
      }
      const key = (request.url ?? "").split("/").at(-1) ?? "";
      const signature = headerOf(request.headers["x-freshbooks-hmac-sha256"]);
      const received = await receiveWebhook(deps, { key, rawBody: await text(request), signature });
      response.writeHead(received.status).end();
      await received.afterwards?.();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the webhook door has no port");
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    open: (those) => {
      deps = those;
    },
    shut: () => {
      deps = null;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
