import type { MiddlewareHandler } from "hono";

import type { NodeEnv } from "../../lib/fault-middleware";
import { refusalPage } from "../consent";
import type { Vendor } from "./frame";

/** Takes what is posted only from the stand-in's own pages: another site must not press its buttons. */
export function ownFormsOnly(vendor: Vendor): MiddlewareHandler<NodeEnv> {
  return async (c, next) => {
    const isRead = c.req.method === "GET" || c.req.method === "HEAD";
    if (isRead || c.req.header("origin") === new URL(c.req.url).origin) return next();
    const text = "This form was posted from somewhere else than the sandbox's own pages.";
    return c.html(await refusalPage(vendor, "Not from here", text), 403);
  };
}
