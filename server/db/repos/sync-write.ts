import "server-only";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import type { Tenant } from "../tenant";

const view = {
  id: true,
  attemptId: true,
  ordinal: true,
  kind: true,
  freshbooksId: true,
  linkVersion: true,
  status: true,
  fields: true,
  tries: true,
  startedAt: true,
  pipedriveId: true,
  attempt: { select: { mappingVersion: true, record: { select: { clientFreshbooksId: true } } } },
} as const;

export type StoredWrite = Prisma.SyncWriteGetPayload<{ select: typeof view }>;

export type NewWrite = {
  id: string;
  kind: string;
  freshbooksId: string;
  linkVersion: number | null;
  fields: Prisma.InputJsonValue;
};

export async function insertWrites(
  db: Db,
  tenant: Tenant,
  attemptId: string,
  writes: readonly NewWrite[],
): Promise<void> {
  await db.syncWrite.createMany({
    data: writes.map((write, index) => ({
      workspaceId: tenant.workspaceId,
      attemptId,
      ordinal: index + 1,
      status: "planned",
      ...write,
    })),
  });
}

export function getWrite(db: Db, tenant: Tenant, attemptId: string, ordinal: number): Promise<StoredWrite> {
  return db.syncWrite.findUniqueOrThrow({
    where: { workspaceId_attemptId_ordinal: { workspaceId: tenant.workspaceId, attemptId, ordinal } },
    select: view,
  });
}

export type WriteChange = {
  status?: "planned" | "done" | "adopted" | "failed";
  pipedriveId?: number;
  linkVersion?: number;
  tries?: { increment: number };
  vendorStatus?: number | null;
  requestId?: string | null;
  durationMs?: number | null;
  error?: string | null;
  note?: string | null;
  startedAt?: Date;
  finishedAt?: Date;
};

export async function changeWrite(db: Db, tenant: Tenant, id: string, change: WriteChange): Promise<void> {
  await db.syncWrite.update({
    where: { workspaceId_id: { workspaceId: tenant.workspaceId, id } },
    data: change,
    select: { id: true },
  });
}
