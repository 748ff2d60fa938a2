import { Hono } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import { parseControlInput } from "../lib/http-error";
import { readJson } from "../lib/read-body";
import type { Played } from "./play-script";
import { scriptSchema } from "./script-schema";
import type { Script } from "./script-schema";

/** `POST /_control/script`: plays this stand-in's part of a script. */
export function scriptRoutes(play: (script: Script) => Played): Hono<NodeEnv> {
  const routes = new Hono<NodeEnv>();
  routes.post("/_control/script", async (c) => {
    return c.json({ played: play(parseControlInput(scriptSchema, await readJson(c.req))) });
  });
  return routes;
}
