import type { Context, MiddlewareHandler } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import type { RateState } from "./rate-windows";
import type { Switches } from "./switches";
import type { FreshBooksBox, FreshBooksWorld } from "./world";

function whose(c: Context, switches: Switches): string {
  if (switches.rateBucket === "app") return "app";
  if (switches.rateBucket === "account") return /\/account\/([^/]+)/.exec(c.req.path)?.[1] ?? "";
  return c.req.header("authorization") ?? "";
}

// Buckets are per method and family, beside whose they are (facts §7).
function takeCall(c: Context, world: FreshBooksWorld): RateState {
  const { method, path } = c.req;
  const { switches } = world;
  const isAccountingPost = method === "POST" && path.startsWith("/accounting/");
  const limit = isAccountingPost ? switches.rateLimitAccountingPost : switches.rateLimitGeneral;
  return world.rates.take(`${whose(c, switches)} ${method} ${path.split("/")[1] ?? ""}`, limit);
}

function setHeaders(c: Context, state: RateState, retryAfter: number): void {
  c.header("Retry-After", String(retryAfter));
  c.header("X-RateLimit-Limit", String(state.limit));
  c.header("X-RateLimit-Remaining", String(state.remaining));
  c.header("X-RateLimit-Reset", String(state.resetEpochSeconds));
}

const HTML = "<html><head><title>429 Too Many Requests</title></head><body>Too Many Requests</body></html>";

function refuse(c: Context, state: RateState, switches: Switches): Response {
  const retryAfter = switches.retryAfterZero ? 0 : state.retryAfterSeconds;
  if (switches.rateHeadersOnErrors) setHeaders(c, state, retryAfter);
  else c.header("Retry-After", String(retryAfter));
  return switches.rateLimitBody === "html"
    ? c.html(HTML, 429)
    : c.json({ message: "API rate limit exceeded" }, 429);
}

/** Counts calls in windows of 60 s. Successes carry all rate headers, `Retry-After` among them (facts §7). */
export function rateLimit(box: FreshBooksBox): MiddlewareHandler<NodeEnv> {
  return async (c, next) => {
    const { switches } = box.world;
    const state = takeCall(c, box.world);
    if (state.isExceeded) return refuse(c, state, switches);
    await next();
    c.header("X-Api-Version", "2023-02-20");
    if (c.res.ok || switches.rateHeadersOnErrors) setHeaders(c, state, state.retryAfterSeconds);
    return undefined;
  };
}
