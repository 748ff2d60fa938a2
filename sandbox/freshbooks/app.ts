import { Hono } from "hono";
import type { Context, MiddlewareHandler } from "hono";

import { applyFaults } from "../lib/fault-middleware";
import type { NodeEnv } from "../lib/fault-middleware";
import { ControlError } from "../lib/http-error";
import { MalformedJsonError } from "../lib/read-body";
import { logRequest } from "../lib/request-log";
import { freshBooksPage } from "../pages/freshbooks-page";
import { authorizeRoutes } from "./authorize";
import { callbackRoutes } from "./callbacks";
import { clientRoutes } from "./clients";
import type { FreshBooksControl } from "./control";
import { controlRoutes } from "./control-routes";
import { creditNoteRoutes } from "./credit-notes";
import { customerRoutes } from "./customer-view";
import {
  AccountingError,
  EventsError,
  InsufficientScopeError,
  UnauthenticatedError,
  accountingAnswer,
  eventsAnswer,
  invalidField,
} from "./errors";
import { identityRoutes } from "./identity";
import { invoiceRoutes } from "./invoices";
import { oauthRoutes } from "./oauth";
import { paymentRoutes } from "./payments";
import type { FreshBooksBox } from "./world";

/** Rows of each table on the owner's page. */
const SHOWN_ON_PAGE = 200;

function bucketOf(
  c: Context,
  world: FreshBooksBox["world"],
): { readonly name: string; readonly limit: number } {
  const { method, path } = c.req;
  const isAccountingPost = method === "POST" && path.startsWith("/accounting/");
  const limit = isAccountingPost ? world.switches.rateLimitAccountingPost : world.switches.rateLimitGeneral;
  const bearer = c.req.header("authorization") ?? "";
  return { name: `${bearer} ${method} ${path.split("/")[1] ?? ""}`, limit };
}

// Successes carry all rate headers, Retry-After among them; the counters are per token, method and family (facts §7).
function rateLimit(box: FreshBooksBox): MiddlewareHandler<NodeEnv> {
  return async (c, next) => {
    const bucket = bucketOf(c, box.world);
    const state = box.world.rates.take(bucket.name, bucket.limit);
    const retryAfter = { "Retry-After": String(state.retryAfterSeconds) };
    if (state.isExceeded) return c.json({ message: "API rate limit exceeded" }, 429, retryAfter);
    await next();
    c.header("X-Api-Version", "2023-02-20");
    if (!c.res.ok) return undefined;
    c.header("Retry-After", String(state.retryAfterSeconds));
    c.header("X-RateLimit-Limit", String(state.limit));
    c.header("X-RateLimit-Remaining", String(state.remaining));
    c.header("X-RateLimit-Reset", String(state.resetEpochSeconds));
    return undefined;
  };
}

function keepLog(box: FreshBooksBox): MiddlewareHandler<NodeEnv> {
  return async (c, next) => {
    const { world } = box;
    await next();
    const { method, path } = c.req;
    const at = new Date(world.clock.nowMs()).toISOString();
    logRequest(world.requests, { method, path, query: new URL(c.req.url).search, status: c.res.status, at });
  };
}

function answerError(box: FreshBooksBox, error: Error, c: Context): Response {
  if (error instanceof ControlError) return c.json({ error: error.message }, error.status);
  if (error instanceof EventsError) return eventsAnswer(c, error);
  if (error instanceof UnauthenticatedError) {
    return c.json({ error: "unauthenticated", error_description: error.message }, 401);
  }
  if (error instanceof InsufficientScopeError) return c.json({ message: error.message }, 403);
  const refusal = error instanceof MalformedJsonError ? invalidField("", "", 1005, error.message) : error;
  if (refusal instanceof AccountingError) return accountingAnswer(c, refusal, box.world.switches.errorShape);
  throw error;
}

/** The FreshBooks stand-in as one web application. */
export function createFreshBooksApp(box: FreshBooksBox, control: FreshBooksControl): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>();
  app.use(applyFaults(() => box.world));
  for (const prefix of ["/accounting/*", "/events/*", "/auth/*"]) app.use(prefix, keepLog(box));
  for (const prefix of ["/accounting/*", "/events/*", "/auth/api/*"]) app.use(prefix, rateLimit(box));
  app.route("/", authorizeRoutes(box));
  app.route("/", oauthRoutes(box));
  app.route("/", identityRoutes(box));
  app.route("/", callbackRoutes(box));
  app.route("/", clientRoutes(box));
  app.route("/", invoiceRoutes(box));
  app.route("/", paymentRoutes(box));
  app.route("/", creditNoteRoutes(box));
  app.route("/", customerRoutes(box));
  app.route("/_control", controlRoutes(control));
  app.get("/", async (c) => c.html(await freshBooksPage(control.state(), SHOWN_ON_PAGE)));
  app.notFound((c) => c.json({ error: "Requested resource could not be found." }, 404));
  app.onError((error, c) => answerError(box, error, c));
  return app;
}
