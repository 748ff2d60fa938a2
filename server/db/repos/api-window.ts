import "server-only";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import type { ApiWindowKind } from "../generated/enums";
import type { Tenant } from "../tenant";

const view = {
  version: true,
  windowLimit: true,
  slotAt: true,
  slots: true,
  dailyLimit: true,
  dailyRemaining: true,
  pausedUntil: true,
  pauseReason: true,
} as const;

export type ApiWindowRow = Prisma.ApiWindowGetPayload<{ select: typeof view }>;
export type ApiWindowFields = Omit<ApiWindowRow, "version">;
export type ApiWindowKey = { connectionId: string; kind: ApiWindowKind };

/** What is stored of a connection's window, or null before its first call. */
export function findApiWindow(db: Db, tenant: Tenant, key: ApiWindowKey): Promise<ApiWindowRow | null> {
  return db.apiWindow.findUnique({
    where: { workspaceId_connectionId_kind: { workspaceId: tenant.workspaceId, ...key } },
    select: view,
  });
}

/** Stores a first state unless another process was quicker. Tells whether it did. */
export async function insertApiWindow(
  db: Db,
  tenant: Tenant,
  key: ApiWindowKey,
  fields: ApiWindowFields,
): Promise<boolean> {
  const { count } = await db.apiWindow.createMany({
    data: [{ workspaceId: tenant.workspaceId, ...key, ...fields }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Compare-and-set: stores a state only over the version it was made from. Tells whether it did. */
export async function updateApiWindow(
  db: Db,
  tenant: Tenant,
  key: ApiWindowKey,
  version: number,
  fields: ApiWindowFields,
): Promise<boolean> {
  const { count } = await db.apiWindow.updateMany({
    where: { workspaceId: tenant.workspaceId, ...key, version },
    data: { ...fields, version: { increment: 1 } },
  });
  return count === 1;
}
