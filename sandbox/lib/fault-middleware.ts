import { setTimeout as sleep } from "node:timers/promises";

import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler, Next } from "hono";

import type { Fault } from "./faults";
import type { Stage } from "./maker-control";
import { cutShort, hangUp, relabelled, slowed } from "./spoil-answer";

/** Hono environment that carries Node's own request and response, needed to cut a connection. */
export interface NodeEnv {
  Bindings: HttpBindings;
}

function falseAnswer(fault: Fault, status: number): Response {
  const isText = typeof fault.body === "string";
  const type = isText ? "text/html; charset=utf-8" : "application/json";
  const body = isText ? String(fault.body) : JSON.stringify(fault.body ?? { error: `fault: HTTP ${status}` });
  return new Response(body, { status, headers: { "content-type": type, ...fault.headers } });
}

function replaceAnswer(c: Context<NodeEnv>, answer: Response): void {
  c.res = undefined;
  c.res = answer;
}

async function spoil(c: Context<NodeEnv>, fault: Fault): Promise<void> {
  if (fault.drop) {
    replaceAnswer(c, hangUp(c.env.incoming));
    return;
  }
  if (fault.status !== undefined) replaceAnswer(c, falseAnswer(fault, fault.status));
  if (fault.contentType !== undefined) replaceAnswer(c, await relabelled(c.res, fault.contentType));
  if (fault.slowMs !== undefined) replaceAnswer(c, await slowed(c.res, fault.slowMs));
  if (fault.truncateBytes === undefined) return;
  replaceAnswer(c, await cutShort(c.res, c.env.outgoing, fault.truncateBytes));
}

async function carryOut(c: Context<NodeEnv>, fault: Fault, next: Next): Promise<void> {
  const isAnswerKept = fault.status === undefined && !fault.drop;
  if (fault.when === "after") await next();
  if (fault.delayMs > 0) await sleep(fault.delayMs, undefined, { ref: false });
  if (fault.when === "before" && isAnswerKept) await next();
  await spoil(c, fault);
}

/** Applies the faults of a world to every call but those of the control API itself. */
export function applyFaults(worldOf: () => Stage): MiddlewareHandler<NodeEnv> {
  return async (c, next) => {
    if (c.req.path.startsWith("/_control")) return next();
    const { faults, clock } = worldOf();
    const fault = faults.take(c.req.method, c.req.path, clock.nowMs());
    if (fault === undefined) return next();
    if (fault.clockShiftMs !== undefined) clock.advance(fault.clockShiftMs);
    return carryOut(c, fault, next);
  };
}
