import "server-only";
import type { Db } from "../client";
import type { Tenant } from "../tenant";

export type SweepMark = { highWaterAt: Date; nextDueAt: Date; lastRunAt: Date | null };

const view = { highWaterAt: true, nextDueAt: true, lastRunAt: true } as const;

export function findSweepMark(db: Db, tenant: Tenant): Promise<SweepMark | null> {
  return db.sweepMark.findUnique({ where: { workspaceId: tenant.workspaceId }, select: view });
}

export async function saveSweepMark(
  db: Db,
  tenant: Tenant,
  mark: { highWaterAt: Date; nextDueAt: Date; lastRunAt: Date },
): Promise<void> {
  const { workspaceId } = tenant;
  await db.sweepMark.upsert({
    where: { workspaceId },
    create: { workspaceId, ...mark },
    update: mark,
    select: { workspaceId: true },
  });
}

/**
 * Workspaces that sync (mapping published, FreshBooks connected, not about to be erased), with those whose sweep is due marked.
 * Across all workspaces: it serves the clock's tick alone, which makes a tenant per row.
 */
export async function listSyncingWorkspaces(
  db: Db,
  now: Date,
): Promise<readonly { workspaceId: string; isSweepDue: boolean }[]> {
  const rows = await db.workspace.findMany({
    where: {
      liveMappingVersion: { not: null },
      eraseAt: null,
      connections: { some: { vendor: "freshbooks", status: "active" } },
    },
    select: { id: true, sweepMark: { select: { nextDueAt: true } } },
  });
  return rows.map(({ id, sweepMark }) => ({
    workspaceId: id,
    isSweepDue: sweepMark === null || sweepMark.nextDueAt <= now,
  }));
}

/** Has the next tick sweep the workspace: what waited for a connection is taken up within the minute. */
export async function makeSweepDue(db: Db, tenant: Tenant, at: Date): Promise<void> {
  await db.sweepMark.updateMany({ where: { workspaceId: tenant.workspaceId }, data: { nextDueAt: at } });
}
