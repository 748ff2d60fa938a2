import type { Context } from "hono";

import type { NodeEnv } from "../lib/fault-middleware";
import {
  FeatureUnavailableError,
  InsufficientScopeError,
  UnauthenticatedError,
  permissionDenied,
  unknownRecord,
} from "./errors";
import type { MemberBusiness } from "./directory";
import type { Access } from "./grants";
import type { Actor } from "./records";
import type { Switches } from "./switches";
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

function actorOf(found: MemberBusiness | undefined, accountId: string): Actor {
  if (found === undefined) throw unknownRecord("account", "accountid", accountId);
  const { id: businessId, timeZone, currencyCode } = found.business;
  const { identityId, accountRole } = found.membership;
  return { identityId, businessId, accountId, timeZone, currencyCode, accountRole };
}

/** The actor for one of an identity's accounts; the wrong kind of id in a path is a 404 (facts §2). */
export function actorFor(world: FreshBooksWorld, identityId: number, accountId: string): Actor {
  return actorOf(world.directory.membershipIn(identityId, accountId), accountId);
}

/** The actor who may do everything on an account: its first member who may write. */
export function ownerFor(world: FreshBooksWorld, accountId: string): Actor {
  return actorOf(world.directory.ownerOf(accountId), accountId);
}

/** Nouns of the accounting family, by the names of their scopes. */
export type AccountingNoun = Switches["unavailableFeatures"][number];

/** Checks token, scope, account and role of an accounting call. */
export function requireActor(world: FreshBooksWorld, c: Context<NodeEnv>, noun: AccountingNoun): Actor {
  const access = requireAccess(world, c);
  const isReading = c.req.method === "GET";
  requireScope(access, `user:${noun}:${isReading ? "read" : "write"}`);
  const actor = actorFor(world, access.identityId, c.req.param("account") ?? "");
  if (world.switches.unavailableFeatures.includes(noun)) throw new FeatureUnavailableError(noun);
  if (!isReading && actor.accountRole === "client") throw permissionDenied();
  return actor;
}
