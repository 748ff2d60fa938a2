import "server-only";
import type { Db } from "../client";
import type { Tenant } from "../tenant";

/** Takes the right to refresh a connection's tokens until `until`, unless another holds it. Tells whether it did. */
export async function acquireRefreshLease(
  db: Db,
  tenant: Tenant,
  input: { id: string; owner: string; now: Date; until: Date },
): Promise<boolean> {
  const { count } = await db.connection.updateMany({
    where: {
      workspaceId: tenant.workspaceId,
      id: input.id,
      OR: [{ leaseUntil: null }, { leaseUntil: { lt: input.now } }],
    },
    data: { leaseOwner: input.owner, leaseUntil: input.until },
  });
  return count === 1;
}

/** Gives the lease back, if `owner` still holds it. */
export async function releaseRefreshLease(
  db: Db,
  tenant: Tenant,
  input: { id: string; owner: string },
): Promise<void> {
  await db.connection.updateMany({
    where: { workspaceId: tenant.workspaceId, id: input.id, leaseOwner: input.owner },
    data: { leaseOwner: null, leaseUntil: null },
  });
}

/** A refreshed pair, sealed. `scopes` only when the vendor named them again. */
export type RefreshedTokens = {
  sealedAccessToken: string;
  sealedRefreshToken: string;
  accessExpiresAt: Date;
  scopes?: string[];
  apiBaseUrl?: string;
};

/** Compare-and-set: stores a pair only over the version it was made from. Tells whether it did. */
export async function storeRefreshedTokens(
  db: Db,
  tenant: Tenant,
  input: { id: string; tokenVersion: number; tokens: RefreshedTokens },
): Promise<boolean> {
  const { count } = await db.connection.updateMany({
    where: { workspaceId: tenant.workspaceId, id: input.id, tokenVersion: input.tokenVersion },
    data: { ...input.tokens, tokenVersion: { increment: 1 } },
  });
  return count === 1;
}

/** Marks a dead grant, unless it has been replaced since `tokenVersion`. Tells whether it did. */
export async function markNeedsReconnect(
  db: Db,
  tenant: Tenant,
  input: { id: string; tokenVersion: number },
): Promise<boolean> {
  const { count } = await db.connection.updateMany({
    where: { workspaceId: tenant.workspaceId, id: input.id, tokenVersion: input.tokenVersion },
    data: { status: "needs_reconnect" },
  });
  return count === 1;
}
