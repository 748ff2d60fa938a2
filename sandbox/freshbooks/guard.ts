import type { Context } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import { findBusiness, findIdentity } from "./businesses";
import { InsufficientScopeError, UnauthenticatedError, unknownRecord } from "./errors";
import type { Access } from "./grants";
import type { Actor } from "./records";
import type { FreshBooksWorld } from "./world";

/** What the Bearer token of a call allows, or an {@link UnauthenticatedError}. */
export function requireAccess(world: FreshBooksWorld, c: Context<NodeEnv>): Access {
  const header = c.req.header("authorization") ?? "";
  const token = /^bearer\s+(\S+)$/i.exec(header)?.[1];
  const access = token === undefined ? undefined : world.grants.access(token);
  if (access === undefined)
    throw new UnauthenticatedError("This action requires authentication to continue.");
  return access;
}

export function requireScope(access: Access, scope: string): void {
  if (!access.scopes.includes(scope)) throw new InsufficientScopeError(access.scopes, scope);
}

/** The actor for one of an identity's accounts; the wrong kind of id in a path is a 404 (facts §2). */
export function actorFor(identityId: number, accountId: string): Actor {
  const identity = findIdentity(identityId);
  const business = identity === undefined ? undefined : findBusiness(identity, accountId);
  if (business === undefined) throw unknownRecord("account", "accountid", accountId);
  const { id: businessId, timeZone, currencyCode } = business;
  return { identityId, businessId, accountId, timeZone, currencyCode };
}

/** Checks token, scope and account of an accounting call. */
export function requireActor(world: FreshBooksWorld, c: Context<NodeEnv>, noun: string): Actor {
  const access = requireAccess(world, c);
  requireScope(access, `user:${noun}:${c.req.method === "GET" ? "read" : "write"}`);
  return actorFor(access.identityId, c.req.param("account") ?? "");
}
