import { setTimeout as sleep } from "node:timers/promises";

import { Hono } from "hono";
import type { MiddlewareHandler } from "hono";
import { streamSSE } from "hono/streaming";
import type { SSEStreamingApi } from "hono/streaming";

import type { NodeEnv } from "../../lib/fault-middleware";
import type { LiveHub } from "./live-hub";

/** Changes within this time reach a page as one. */
const GATHER_MS = 250;
/** How often a line is sent although nothing changed, so that a lost connection is noticed. */
const HEARTBEAT_MS = 20_000;

/** One page's view of the hub: `next` ends at the next change, at the heartbeat, or when the page has left. */
class Watch {
  #isChanged = false;
  #wake: () => void = () => undefined;
  readonly #leave: () => void;

  constructor(hub: LiveHub) {
    this.#leave = hub.listen(() => {
      this.#isChanged = true;
      this.#wake();
    });
  }

  async next(): Promise<"changed" | "quiet"> {
    if (!this.#isChanged) {
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      const rest = new AbortController();
      const heartbeat = sleep(HEARTBEAT_MS, undefined, { ref: false, signal: rest.signal }).catch(
        () => undefined,
      );
      await Promise.race([woken, heartbeat]);
      rest.abort();
    }
    const isChanged = this.#isChanged;
    this.#isChanged = false;
    return isChanged ? "changed" : "quiet";
  }

  end(): void {
    this.#leave();
    this.#wake();
  }
}

async function follow(hub: LiveHub, stream: SSEStreamingApi): Promise<void> {
  const watch = new Watch(hub);
  stream.onAbort(() => {
    watch.end();
  });
  await stream.writeSSE({ event: "hello", data: "" });
  while (!stream.aborted) {
    const event = await watch.next();
    await stream.writeSSE({ event, data: "" });
    if (event === "changed") await sleep(GATHER_MS, undefined, { ref: false });
  }
  watch.end();
}

/** `GET /_live`: one server-sent event `changed` after each change of what the pages show. */
export function liveRoutes(hub: LiveHub): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.get("/_live", (c) => streamSSE(c, (stream) => follow(hub, stream)));
  return routes;
}

/** Where a read changes something too: the log of calls, and the budget. */
const READS = ["/accounting/", "/events/", "/auth/", "/api/", "/v1/"];

/** Tells the hub of every call that may have changed what the pages show. */
export function tellAfterCalls(hub: LiveHub): MiddlewareHandler<NodeEnv> {
  return async (c, next) => {
    await next();
    const isRead = c.req.method === "GET" || c.req.method === "HEAD";
    if (!isRead || READS.some((prefix) => c.req.path.startsWith(prefix))) hub.tell();
  };
}
