import "server-only";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import type { EventOrigin } from "../generated/enums";
import type { Tenant } from "../tenant";

const view = {
  id: true,
  recordId: true,
  number: true,
  dirtySeq: true,
  mappingVersion: true,
  outcome: true,
  plan: true,
  origin: true,
} as const;

export type Attempt = Prisma.SyncAttemptGetPayload<{ select: typeof view }>;

export function findAttemptOfRun(db: Db, tenant: Tenant, runKey: string): Promise<Attempt | null> {
  return db.syncAttempt.findUnique({
    where: { workspaceId_runKey: { workspaceId: tenant.workspaceId, runKey } },
    select: view,
  });
}

export function getAttempt(db: Db, tenant: Tenant, id: string): Promise<Attempt> {
  return db.syncAttempt.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: tenant.workspaceId, id } },
    select: view,
  });
}

export type NewAttempt = {
  id: string;
  recordId: string;
  runKey: string;
  origin: EventOrigin;
  actorId: string | null;
  mappingVersion: number;
  dirtySeq: number;
  startedAt: Date;
};

/** Opens the record's next numbered attempt; the number comes from the record's own counter. */
export async function openAttempt(db: Db, tenant: Tenant, attempt: NewAttempt): Promise<Attempt> {
  const { attemptCount } = await db.record.update({
    where: { workspaceId_id: { workspaceId: tenant.workspaceId, id: attempt.recordId } },
    data: { attemptCount: { increment: 1 } },
    select: { attemptCount: true },
  });
  return db.syncAttempt.create({
    data: { workspaceId: tenant.workspaceId, ...attempt, number: attemptCount, outcome: "running" },
    select: view,
  });
}

export async function savePlan(
  db: Db,
  tenant: Tenant,
  id: string,
  plan: Prisma.InputJsonValue,
): Promise<void> {
  await db.syncAttempt.update({
    where: { workspaceId_id: { workspaceId: tenant.workspaceId, id } },
    data: { plan },
    select: { id: true },
  });
}

/** Ends an attempt that still runs, and tells whether it did; an ended one keeps its end. */
export async function closeAttempt(
  db: Db,
  tenant: Tenant,
  id: string,
  end: { outcome: string; errorCode?: string | null; errorMessage?: string | null; finishedAt: Date },
): Promise<boolean> {
  const { count } = await db.syncAttempt.updateMany({
    where: { workspaceId: tenant.workspaceId, id, outcome: "running" },
    data: end,
  });
  return count === 1;
}

/** Attempts of a record left running by runs that are no more; a newer attempt takes their place. */
export async function supersedeAttempts(
  db: Db,
  tenant: Tenant,
  input: { recordId: string; exceptId: string; at: Date },
): Promise<void> {
  await db.syncAttempt.updateMany({
    where: {
      workspaceId: tenant.workspaceId,
      recordId: input.recordId,
      outcome: "running",
      id: { not: input.exceptId },
    },
    data: { outcome: "superseded", finishedAt: input.at },
  });
}
