import "server-only";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import type { Tenant } from "../tenant";

const view = {
  workspaceId: true,
  id: true,
  environment: true,
  status: true,
  tokenVersion: true,
  refreshedAt: true,
  refreshBegunAt: true,
  accessExpiresAt: true,
  scopes: true,
  sealedAccessToken: true,
  sealedRefreshToken: true,
} as const satisfies Prisma.ConnectionSelect;

/** A connection of another workspace that lives by the same chain of tokens, with the pair it knows. */
export type Sibling = Prisma.ConnectionGetPayload<{ select: typeof view }>;

/**
 * The other connections in force of the FreshBooks identity that granted this one, in whichever workspace, those with
 * the newest pair first: FreshBooks keeps one chain of refresh tokens per person and app (facts freshbooks §1). Across
 * all workspaces: it serves the credentials alone. Pipedrive's grants stand each for itself.
 */
export async function listSiblings(
  db: Db,
  tenant: Tenant,
  connection: { id: string; vendor: string; environment: "live" | "sandbox"; vendorUserId: string },
): Promise<Sibling[]> {
  if (connection.vendor !== "freshbooks") return [];
  const { id, environment, vendorUserId } = connection;
  return await db.connection.findMany({
    where: {
      ...{ vendor: "freshbooks", environment, vendorUserId, grant: "oauth" },
      status: { not: "needs_reconnect" },
      NOT: { workspaceId: tenant.workspaceId, id },
    },
    select: view,
    orderBy: [{ refreshedAt: "desc" }, { workspaceId: "asc" }],
  });
}
