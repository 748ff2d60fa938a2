import { setTimeout as sleep } from "node:timers/promises";

import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context, MiddlewareHandler } from "hono";

import type { Fault, FaultBook } from "./faults";

/** Hono environment that carries Node's own request and response, needed to cut a connection. */
export interface NodeEnv {
  Bindings: HttpBindings;
}

function faultAnswer(fault: Fault, status: number): Response {
  const isText = typeof fault.body === "string";
  const type = isText ? "text/html; charset=utf-8" : "application/json";
  const body = isText ? String(fault.body) : JSON.stringify(fault.body ?? { error: `fault: HTTP ${status}` });
  return new Response(body, { status, headers: { "content-type": type, ...fault.headers } });
}

function spoil(c: Context<NodeEnv>, fault: Fault): void {
  if (fault.drop) {
    c.env.incoming.socket.destroy();
    c.res = undefined;
    c.res = RESPONSE_ALREADY_SENT;
    return;
  }
  if (fault.status === undefined) return;
  c.res = undefined;
  c.res = faultAnswer(fault, fault.status);
}

/** Applies the faults of a book to every call but those of the control API itself. */
export function applyFaults(bookOf: () => FaultBook): MiddlewareHandler<NodeEnv> {
  return async (c, next) => {
    if (c.req.path.startsWith("/_control")) return next();
    const fault = bookOf().take(c.req.method, c.req.path);
    if (fault === undefined) return next();
    const isAnswerKept = fault.status === undefined && !fault.drop;
    if (fault.when === "after") await next();
    if (fault.delayMs > 0) await sleep(fault.delayMs, undefined, { ref: false });
    if (fault.when === "before" && isAnswerKept) return next();
    spoil(c, fault);
    return undefined;
  };
}
