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

/**
 * Notes that a refresh token is about to be spent. The mark goes with the pair that it brings, or with an answer that
 * tells that it was not spent; one found later was left by a process that died, or by an answer that was lost.
 */
export async function noteRefreshBegun(
  db: Db,
  tenant: Tenant,
  input: { id: string; tokenVersion: number; at: Date | null },
): Promise<void> {
  await db.connection.updateMany({
    where: { workspaceId: tenant.workspaceId, id: input.id, tokenVersion: input.tokenVersion },
    data: { refreshBegunAt: input.at },
  });
}

/** Compare-and-set: stores a pair only over the version it was made from. Tells whether it did. */
export async function storeRefreshedTokens(
  db: Db,
  tenant: Tenant,
  input: { id: string; tokenVersion: number; tokens: RefreshedTokens; at: Date },
): Promise<boolean> {
  const { count } = await db.connection.updateMany({
    where: { workspaceId: tenant.workspaceId, id: input.id, tokenVersion: input.tokenVersion },
    data: { ...input.tokens, tokenVersion: { increment: 1 }, refreshedAt: input.at, refreshBegunAt: null },
  });
  return count === 1;
}

/** Why a connection asks to be made again. */
export type ReconnectReason = "refused" | "interrupted" | "uninstalled" | "disconnected" | "unreadable";

/** Marks a dead grant, unless it has been replaced since `tokenVersion`. Tells whether it did. */
export async function markNeedsReconnect(
  db: Db,
  tenant: Tenant,
  input: { id: string; tokenVersion: number; reason: ReconnectReason; at: Date },
): Promise<boolean> {
  const { id, tokenVersion, reason, at } = input;
  const { count } = await db.connection.updateMany({
    where: { workspaceId: tenant.workspaceId, id, tokenVersion },
    data: { status: "needs_reconnect", reconnectReason: reason, reconnectSince: at, refreshBegunAt: null },
  });
  return count === 1;
}
