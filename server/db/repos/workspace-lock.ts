import "server-only";
import { AppError } from "../../lib/errors";
import type { Database, Transaction } from "../client";
import type { Tenant } from "../tenant";

/** A workspace as it is while nobody else changes it. */
export type LockedWorkspace = { slug: string; name: string; eraseAt: Date | null };

/** Holds a workspace until the end of the transaction; null when it is gone. */
export async function lockWorkspace(
  transaction: Transaction,
  tenant: Tenant,
): Promise<LockedWorkspace | null> {
  const rows = await transaction.$queryRaw<LockedWorkspace[]>`
    SELECT "slug", "name", "eraseAt" FROM "Workspace" WHERE "id" = ${tenant.workspaceId} FOR NO KEY UPDATE`;
  return rows[0] ?? null;
}

/**
 * A workspace's name, members and end are changed by one at a time, however many processes try, so that "the last
 * owner" stays true until it is acted upon. Held until the end of `work`. Throws `not_found` when it is gone.
 */
export async function whileLocked<Result>(
  db: Database,
  tenant: Tenant,
  work: (transaction: Transaction, workspace: LockedWorkspace) => Promise<Result>,
): Promise<Result> {
  return await db.$transaction(async (transaction) => {
    const workspace = await lockWorkspace(transaction, tenant);
    if (!workspace) throw new AppError("not_found");
    return await work(transaction, workspace);
  });
}

/** Changes what a locked workspace is called. */
export async function setWorkspaceName(db: Transaction, tenant: Tenant, name: string): Promise<void> {
  await db.workspace.update({ where: { id: tenant.workspaceId }, data: { name }, select: { id: true } });
}

/** Says when a locked workspace is to be erased; null for not at all. */
export async function setEraseAt(db: Transaction, tenant: Tenant, eraseAt: Date | null): Promise<void> {
  await db.workspace.update({ where: { id: tenant.workspaceId }, data: { eraseAt }, select: { id: true } });
}
