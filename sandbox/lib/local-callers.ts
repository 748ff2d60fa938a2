import type { MiddlewareHandler } from "hono";

import type { NodeEnv } from "./fault-middleware";

/** The names this machine calls itself by. Any other name that leads here is a stranger's (DNS rebinding). */
const OWN_NAMES = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Keeps web sites out of a stand-in that runs beside a person's browser: calls under a foreign name are answered with
 * 421, changes that another site's page asks for with 403. Programs send no `Origin` and are let in. `addressOf` gives
 * the address at which whoever runs the stand-in has put it.
 */
export function localCallersOnly(addressOf: () => string): MiddlewareHandler<NodeEnv> {
  return async (c, next) => {
    const own = new URL(c.req.url);
    if (!OWN_NAMES.test(own.hostname) && own.origin !== addressOf()) {
      return c.json({ error: `The sandbox does not answer as ${own.hostname}: use 127.0.0.1.` }, 421);
    }
    const isRead = c.req.method === "GET" || c.req.method === "HEAD";
    const origin = c.req.header("origin");
    if (isRead || origin === undefined || origin === own.origin) return next();
    return c.json(
      { error: `This was asked for by a page of ${origin}, not by one of the sandbox's own.` },
      403,
    );
  };
}
