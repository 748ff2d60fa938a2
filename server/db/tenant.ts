import "server-only";
import { AppError } from "../lib/errors";
import type { Db } from "./client";
import type { Role } from "./generated/enums";

declare const verified: unique symbol;

/** Proof that the caller may act within a workspace. Made only here; every repo function asks for it first. */
export type Tenant = {
  readonly workspaceId: string;
  readonly [verified]: true;
};

/** A tenant together with the person who acts and what they may do. */
export type Member = {
  tenant: Tenant;
  userId: string;
  role: Role;
  workspaceName: string;
  slug: string;
  /** When the workspace is erased; null unless an owner has asked for that. */
  eraseAt: Date | null;
};

function asTenant(workspaceId: string): Tenant {
  const value: Omit<Tenant, typeof verified> = { workspaceId };
  return brandTenant(value);
}

function brandTenant(value: Omit<Tenant, typeof verified>): Tenant {
  const isTenant = (candidate: Omit<Tenant, typeof verified>): candidate is Tenant =>
    candidate.workspaceId.length > 0;
  if (!isTenant(value)) throw new AppError("not_found");
  return value;
}

/** The person's membership of the workspace with this slug. Strangers and unknown slugs: `not_found` alike. */
export async function requireMember(db: Db, userId: string, slug: string): Promise<Member> {
  const membership = await db.membership.findFirst({
    where: { userId, workspace: { slug } },
    select: {
      role: true,
      workspaceId: true,
      workspace: { select: { name: true, slug: true, eraseAt: true } },
    },
  });
  if (!membership) throw new AppError("not_found");
  return {
    tenant: asTenant(membership.workspaceId),
    userId,
    role: membership.role,
    workspaceName: membership.workspace.name,
    slug: membership.workspace.slug,
    eraseAt: membership.workspace.eraseAt,
  };
}

/** A tenant for background work: the workspace id comes from our own rows and is read again here. */
export async function tenantForWork(db: Db, workspaceId: string): Promise<Tenant> {
  const workspace = await db.workspace.findUnique({ where: { id: workspaceId }, select: { id: true } });
  if (!workspace) throw new AppError("not_found", { message: `workspace ${workspaceId} is gone` });
  return asTenant(workspace.id);
}

/**
 * A tenant for syncing in the background. Null where the workspace is gone, and where it is about to be erased: what is
 * stored there waits, and can still be read and given back through `tenantForWork`.
 */
export async function findSyncingTenant(db: Db, workspaceId: string): Promise<Tenant | null> {
  const where = { id: workspaceId, eraseAt: null };
  const workspace = await db.workspace.findFirst({ where, select: { id: true } });
  return workspace && asTenant(workspace.id);
}

/** The tenant of a row of ours that was just read by a secret only its owner's vendor knows (a callback's path). */
export function tenantOfRow(row: { workspaceId: string }): Tenant {
  return asTenant(row.workspaceId);
}
