import { Hono } from "hono";
import type { Context } from "hono";

import { applyFaults } from "../lib/fault-middleware";
import type { NodeEnv } from "../lib/fault-middleware";
import { ControlError } from "../lib/http-error";
import { localCallersOnly } from "../lib/local-callers";
import { MalformedJsonError } from "../lib/read-body";
import { NO_NEIGHBOURS } from "../pages/frame/neighbours";
import type { Neighbours } from "../pages/frame/neighbours";
import { tellAfterCalls } from "../pages/live/live-routes";
import { pipedrivePages } from "../pages/pipedrive/pipedrive-pages";
import { authorizeRoutes } from "./authorize";
import type { PipedriveControl } from "./control";
import { controlRoutes } from "./control-routes";
import { apiRoutes } from "./dispatch";
import { PipedriveError, unknownPath, validationFailed } from "./errors";
import { oauthRoutes } from "./oauth";
import type { PipedriveBox } from "./world";

function answerPipedriveError(c: Context, { body, status }: PipedriveError): Response | Promise<Response> {
  return typeof body === "string" ? c.html(body, status) : c.json(body, status);
}

function answerError(error: Error, c: Context): Response | Promise<Response> {
  if (error instanceof ControlError) return c.json({ error: error.message }, error.status);
  if (error instanceof PipedriveError) return answerPipedriveError(c, error);
  if (error instanceof MalformedJsonError) return answerPipedriveError(c, validationFailed(error.message));
  throw error;
}

/** The Pipedrive stand-in as one web application. */
export function createPipedriveApp(
  box: PipedriveBox,
  control: PipedriveControl,
  neighbours: Neighbours = NO_NEIGHBOURS,
): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>();
  const pages = pipedrivePages({ box, control, neighbours });
  app.use(localCallersOnly(() => neighbours.pipedrive));
  app.use(tellAfterCalls(pages.live));
  app.route("/", pages.routes);
  app.use(applyFaults(() => box.world));
  app.route("/", authorizeRoutes(box));
  app.route("/", oauthRoutes(box));
  app.route("/", apiRoutes(box));
  app.route("/_control", controlRoutes(control));
  app.notFound((c) => answerPipedriveError(c, unknownPath()));
  app.onError((error, c) => answerError(error, c));
  return app;
}
