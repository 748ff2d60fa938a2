import "server-only";
import type { Db, Transaction } from "../client";
import { Prisma } from "../generated/client";
import type { Tenant } from "../tenant";

/** Workspaces whose time ended before `before`. Across all of them: it serves the erasing job, which makes a tenant per row. */
export async function listWorkspacesToErase(db: Db, before: Date): Promise<string[]> {
  const rows = await db.workspace.findMany({
    where: { eraseAt: { lte: before } },
    select: { id: true },
    orderBy: { eraseAt: "asc" },
  });
  return rows.map(({ id }) => id);
}

/** When the workspace is to be erased; null when it is not, or not any more. */
export async function findEraseAt(db: Db, tenant: Tenant): Promise<Date | null> {
  const where = { id: tenant.workspaceId };
  return (await db.workspace.findUnique({ where, select: { eraseAt: true } }))?.eraseAt ?? null;
}

/** What grows with a workspace's use, in an order in which nothing is left pointing at what is gone. */
const histories = ["SyncWrite", "SyncEvent", "SyncAttempt", "Link", "Record", "AuditEntry"] as const;

async function deleteSome(db: Db, tenant: Tenant, table: string, atMost: number): Promise<number> {
  const name = Prisma.raw(`"${table}"`);
  return await db.$executeRaw`
    DELETE FROM ${name} WHERE "workspaceId" = ${tenant.workspaceId} AND "id" IN (
      SELECT "id" FROM ${name} WHERE "workspaceId" = ${tenant.workspaceId} LIMIT ${atMost})`;
}

/** Empties the workspace's histories in small statements, so that a large one blocks nobody. Safe to repeat. */
export async function deleteHistories(db: Db, tenant: Tenant, atMost = 5_000): Promise<void> {
  for (const table of histories) {
    while ((await deleteSome(db, tenant, table, atMost)) > 0);
  }
}

/** Deletes a locked workspace, and everything that hangs on it. */
export async function deleteWorkspace(db: Transaction, tenant: Tenant): Promise<void> {
  const { workspaceId } = tenant;
  await db.oauthState.deleteMany({ where: { workspaceId } });
  await db.workspace.delete({ where: { id: workspaceId }, select: { id: true } });
}
