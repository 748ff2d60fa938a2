import "server-only";
import type { Db } from "../client";
import type { ConnectionEnvironment } from "../generated/enums";
import type { Tenant } from "../tenant";

/** The name of a workspace, for its members alone; null for everybody else. */
export async function findNameForMember(
  db: Db,
  input: { workspaceId: string; userId: string | null },
): Promise<string | null> {
  const { workspaceId: id, userId } = input;
  if (userId === null) return null;
  const where = { id, memberships: { some: { userId } } };
  return (await db.workspace.findFirst({ where, select: { name: true } }))?.name ?? null;
}

/** A FreshBooks account that another workspace is connected to; its name only for members of that. */
export type ConnectedElsewhere = { accountId: string; workspaceName: string | null };

/**
 * Where else these FreshBooks accounts are connected, one row per workspace, those with a name first. Across all
 * workspaces: nothing is told of one but that it is there, unless the person is a member.
 */
export async function listFreshbooksElsewhere(
  db: Db,
  tenant: Tenant,
  input: { environment: ConnectionEnvironment; accountIds: readonly string[]; userId: string },
): Promise<ConnectedElsewhere[]> {
  const { environment, accountIds, userId } = input;
  return await db.$queryRaw<ConnectedElsewhere[]>`
    SELECT c."accountId", CASE WHEN m."userId" IS NULL THEN NULL ELSE w."name" END AS "workspaceName"
    FROM "Connection" c
    JOIN "Workspace" w ON w."id" = c."workspaceId"
    LEFT JOIN "Membership" m ON m."workspaceId" = c."workspaceId" AND m."userId" = ${userId}
    WHERE c."vendor" = 'freshbooks' AND c."environment" = ${environment}::"ConnectionEnvironment"
      AND c."accountId" = ANY(${[...accountIds]}) AND c."workspaceId" <> ${tenant.workspaceId}
    ORDER BY 2 NULLS LAST, c."workspaceId"`;
}
