import "server-only";
import type { Db } from "../client";

/** The Pipedrive company of each workspace that a person belongs to, by slug; those without one are left out. */
export async function listConnectedCompanies(db: Db, userId: string): Promise<Map<string, string>> {
  const rows = await db.connection.findMany({
    where: { vendor: "pipedrive", workspace: { memberships: { some: { userId } } } },
    select: { accountName: true, workspace: { select: { slug: true } } },
  });
  return new Map(rows.map(({ accountName, workspace }) => [workspace.slug, accountName ?? ""]));
}
