import "server-only";
import type { Db, Transaction } from "../client";
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

/** Deletes a locked workspace, and everything that hangs on it. */
export async function deleteWorkspace(db: Transaction, tenant: Tenant): Promise<void> {
  const { workspaceId } = tenant;
  await db.oauthState.deleteMany({ where: { workspaceId } });
  await db.workspace.delete({ where: { id: workspaceId }, select: { id: true } });
}
