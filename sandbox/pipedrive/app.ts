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
import { apiRoutes } from "./dispatch";
import { PipedriveError, unknownPath, validationFailed } from "./errors";
import { oauthRoutes } from "./oauth";
import type { PipedriveBox } from "./world";

function answerError(error: Error, c: Context): Response {
  if (error instanceof ControlError) return c.json({ error: error.message }, error.status);
  if (error instanceof PipedriveError) return c.json(error.body, error.status);
  if (error instanceof MalformedJsonError) return c.json(validationFailed(error.message).body, 400);
  throw error;
}

/** The Pipedrive stand-in as one web application. */
export function createPipedriveApp(box: PipedriveBox, control: PipedriveControl): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>();
  app.use(applyFaults(() => box.world));
  app.route("/", authorizeRoutes(box));
  app.route("/", oauthRoutes(box));
  app.route("/", apiRoutes(box));
  app.route("/_control", controlRoutes(control));
  app.get("/", async (c) => c.html(await pipedrivePage(control.state())));
  app.notFound((c) => c.html(unknownPath().body, 404));
  app.onError((error, c) => answerError(error, c));
  return app;
}
