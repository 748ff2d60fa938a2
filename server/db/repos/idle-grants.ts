import "server-only";
import type { Db } from "../client";
import type { Vendor } from "../generated/enums";

export type IdleGrant = { workspaceId: string; vendor: Vendor; tokenVersion: number };

/**
 * Grants in force whose tokens were got before an instant, the oldest first. Across all workspaces: it serves the
 * keep-alive alone, which makes a tenant per row.
 */
export async function listIdleGrants(
  db: Db,
  input: { refreshedBefore: Date; limit: number },
): Promise<IdleGrant[]> {
  return await db.connection.findMany({
    where: { grant: "oauth", status: { not: "needs_reconnect" }, refreshedAt: { lt: input.refreshedBefore } },
    select: { workspaceId: true, vendor: true, tokenVersion: true },
    orderBy: { refreshedAt: "asc" },
    take: input.limit,
  });
}
