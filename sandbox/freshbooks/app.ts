import { Hono } from "hono";
import type { MiddlewareHandler } from "hono";

import { applyFaults } from "../lib/fault-middleware";
import type { NodeEnv } from "../lib/fault-middleware";
import { localCallersOnly } from "../lib/local-callers";
import { logRequest } from "../lib/request-log";
import { freshBooksPages } from "../pages/freshbooks/freshbooks-pages";
import { NO_NEIGHBOURS } from "../pages/frame/neighbours";
import type { Neighbours } from "../pages/frame/neighbours";
import { tellAfterCalls } from "../pages/live/live-routes";
import { authorizeRoutes } from "./authorize";
import { callbackRoutes } from "./callbacks";
import { clientRoutes } from "./clients";
import type { FreshBooksControl } from "./control";
import { controlRoutes } from "./control-routes";
import { creditNoteRoutes } from "./credit-notes";
import { customerRoutes } from "./customer-view";
import { answerError } from "./error-answers";
import { identityRoutes } from "./identity";
import { invoiceRoutes } from "./invoices";
import { oauthRoutes } from "./oauth";
import { paymentRoutes } from "./payments";
import { rateLimit } from "./rate-limit";
import type { FreshBooksBox } from "./world";

function keepLog(box: FreshBooksBox): MiddlewareHandler<NodeEnv> {
  return async (c, next) => {
    const { world } = box;
    await next();
    const { method, path } = c.req;
    const at = new Date(world.clock.nowMs()).toISOString();
    logRequest(world.requests, { method, path, query: new URL(c.req.url).search, status: c.res.status, at });
  };
}

/** The FreshBooks stand-in as one web application. */
export function createFreshBooksApp(
  box: FreshBooksBox,
  control: FreshBooksControl,
  neighbours: Neighbours = NO_NEIGHBOURS,
): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>();
  const pages = freshBooksPages({ box, control, neighbours });
  app.use(localCallersOnly(() => neighbours.freshbooks));
  app.use(tellAfterCalls(pages.live));
  app.route("/", pages.routes);
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
  app.notFound((c) => c.json({ error: "Requested resource could not be found." }, 404));
  app.onError((error, c) => answerError(box.world.switches, error, c));
  return app;
}
