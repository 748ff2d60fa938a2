import "server-only";
import { systemActor } from "../../lib/actor";
import type { Database, Db } from "../client";
import type { Vendor } from "../generated/enums";
import type { Tenant } from "../tenant";
import { insertAuditEntry } from "./audit";

/**
 * Takes the right to refresh a connection's tokens until `until`, unless another holds it. A FreshBooks identity that
 * granted several workspaces has one chain of tokens: the lease is then of all its connections, all or none. Their rows
 * are locked in one order, so that two that want the same chain do not wait for each other. Tells whether it did.
 */
export async function acquireRefreshLease(
  db: Database,
  tenant: Tenant,
  input: { id: string; owner: string; now: Date; until: Date },
): Promise<boolean> {
  return await db.$transaction(async (transaction) => {
    const chain = await transaction.$queryRaw<{ workspaceId: string; id: string; leaseUntil: Date | null }[]>`
      SELECT one."workspaceId", one."id", one."leaseUntil"
      FROM "Connection" asked JOIN "Connection" one ON
        (one."workspaceId" = asked."workspaceId" AND one."id" = asked."id")
        OR (asked."vendor" = 'freshbooks' AND one."vendor" = asked."vendor"
          AND one."environment" = asked."environment" AND one."vendorUserId" = asked."vendorUserId"
          AND one."grant" = 'oauth' AND one."status" <> 'needs_reconnect')
      WHERE asked."workspaceId" = ${tenant.workspaceId} AND asked."id" = ${input.id}
      ORDER BY 1, 2 FOR UPDATE OF one`;
    const isHeld = chain.some(({ leaseUntil }) => leaseUntil !== null && leaseUntil >= input.now);
    if (isHeld || chain.length === 0) return false;
    await transaction.connection.updateMany({
      where: { OR: chain.map(({ workspaceId, id }) => ({ workspaceId, id })) },
      data: { leaseOwner: input.owner, leaseUntil: input.until },
    });
    return true;
  });
}

/** Gives the lease back where `owner`, whose name nobody else has, still holds it. */
export async function releaseRefreshLease(db: Db, { owner }: { owner: string }): Promise<void> {
  await db.connection.updateMany({
    where: { leaseOwner: owner },
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

const vendorNames = { freshbooks: "FreshBooks", pipedrive: "Pipedrive" } as const satisfies Record<
  Vendor,
  string
>;

/**
 * Marks a dead grant, unless it has been replaced since `tokenVersion` or was marked before; the audit log says so in
 * the same transaction. Tells whether it did.
 */
export async function markNeedsReconnect(
  db: Database,
  tenant: Tenant,
  input: { id: string; tokenVersion: number; reason: ReconnectReason; at: Date },
): Promise<boolean> {
  const { id, tokenVersion, reason, at } = input;
  return await db.$transaction(async (transaction) => {
    const [lost] = await transaction.connection.updateManyAndReturn({
      where: { workspaceId: tenant.workspaceId, id, tokenVersion, status: { not: "needs_reconnect" } },
      data: { status: "needs_reconnect", reconnectReason: reason, reconnectSince: at, refreshBegunAt: null },
      select: { vendor: true, accountName: true, vendorUserName: true },
    });
    if (!lost) return false;
    const { vendor, accountName: account, vendorUserName: person } = lost;
    await insertAuditEntry(transaction, tenant, systemActor(vendorNames[vendor]), {
      action: "connection.lost",
      subject: vendorNames[vendor],
      after: { account, person, reason },
      at,
    });
    return true;
  });
}
