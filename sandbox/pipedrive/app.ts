import { Hono } from "hono";
import type { Context } from "hono";

import { applyFaults } from "../lib/fault-middleware";
import type { NodeEnv } from "../lib/fault-middleware";
import { ControlError } from "../lib/http-error";
import { MalformedJsonError } from "../lib/read-body";
import { pipedrivePage } from "../pages/pipedrive-page";
import { authorizeRoutes } from "./authorize";
import type { PipedriveControl } from "./control";
import { controlRoutes } from "./control-routes";
import { dealRoutes } from "./deals";
import { PipedriveError, answerPipedriveError, unknownPath, validationFailed } from "./errors";
import { fieldRoutes } from "./fields";
import { gate } from "./gate";
import type { GateEnv } from "./gate";
import { oauthRoutes } from "./oauth";
import { organizationRoutes } from "./organizations";
import { pipelineRoutes } from "./pipelines";
import { itemSearchRoutes } from "./search";
import { stageRoutes } from "./stages";
import { userRoutes } from "./users";
import type { PipedriveBox } from "./world";

function answerError(error: Error, c: Context): Response {
  if (error instanceof ControlError) return c.json({ error: error.message }, error.status);
  if (error instanceof PipedriveError) return answerPipedriveError(c, error);
  if (error instanceof MalformedJsonError) return answerPipedriveError(c, validationFailed(error.message));
  throw error;
}

function apiApp(box: PipedriveBox): Hono<GateEnv> {
  const api = new Hono<GateEnv>();
  api.use("/api/*", gate(box));
  for (const routes of [dealRoutes, organizationRoutes, pipelineRoutes, stageRoutes, fieldRoutes]) {
    api.route("/", routes(box));
  }
  api.route("/", itemSearchRoutes(box));
  api.route("/", userRoutes(box));
  return api;
}

/** The Pipedrive stand-in as one web application. */
export function createPipedriveApp(box: PipedriveBox, control: PipedriveControl): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>();
  app.use(applyFaults(() => box.world));
  app.route("/", authorizeRoutes(box));
  app.route("/", oauthRoutes(box));
  const api = apiApp(box);
  app.route("/", api);
  // The api. host serves v1 without the prefix (facts §2).
  app.all("/v1/*", (c) => {
    const url = new URL(c.req.url);
    url.pathname = `/api${url.pathname}`;
    return api.fetch(new Request(url, c.req.raw), c.env);
  });
  app.route("/_control", controlRoutes(control));
  app.get("/", async (c) => c.html(await pipedrivePage(control.state())));
  app.notFound(unknownPath);
  app.onError((error, c) => answerError(error, c));
  return app;
}
