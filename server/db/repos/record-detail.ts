import "server-only";
import { AppError } from "../../lib/errors";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import type { Tenant } from "../tenant";
import { listedColumns, listedJoins } from "./record-list";
import type { ListedRecord } from "./record-list";

/** A record with what Pipedrive holds by our hand, the source as last read, and how many events wait. */
export type DetailedRecord = ListedRecord & {
  clientFreshbooksId: string | null;
  /** An invoice's client at Pipedrive; null while it has no organization. */
  organizationId: number | null;
  snapshot: unknown;
  written: unknown;
  writtenAt: Date | null;
  isGone: boolean;
};

/** One record of the workspace; `not_found` when it has none with this id. */
export async function getRecordDetail(db: Db, tenant: Tenant, recordId: string): Promise<DetailedRecord> {
  const rows = await db.$queryRaw<DetailedRecord[]>`
    SELECT ${listedColumns}, r."clientFreshbooksId", o."pipedriveId" AS "organizationId", r."snapshot",
           l."written", l."writtenAt", COALESCE(l."state" = 'gone', false) AS "isGone"
    FROM "Record" r ${listedJoins}
    LEFT JOIN "Link" o ON o."workspaceId" = r."workspaceId" AND o."entity" = 'organization'
      AND o."freshbooksId" = r."clientFreshbooksId"
    WHERE r."workspaceId" = ${tenant.workspaceId} AND r."id" = ${recordId}`;
  const [record] = rows;
  if (!record) throw new AppError("not_found");
  return record;
}

const attemptView = {
  id: true,
  number: true,
  origin: true,
  actorId: true,
  outcome: true,
  mappingVersion: true,
  plan: true,
  errorCode: true,
  errorMessage: true,
  startedAt: true,
  finishedAt: true,
  writes: {
    orderBy: { ordinal: "asc" },
    select: {
      id: true,
      ordinal: true,
      kind: true,
      status: true,
      pipedriveId: true,
      tries: true,
      vendorStatus: true,
      requestId: true,
      durationMs: true,
      error: true,
      note: true,
      fields: true,
    },
  },
} as const satisfies Prisma.SyncAttemptSelect;

export type DetailedAttempt = Prisma.SyncAttemptGetPayload<{ select: typeof attemptView }>;

/** The record's latest attempts with their writes, newest first. */
export async function listAttemptsOfRecord(
  db: Db,
  tenant: Tenant,
  input: { recordId: string; limit: number },
): Promise<DetailedAttempt[]> {
  return await db.syncAttempt.findMany({
    where: { workspaceId: tenant.workspaceId, recordId: input.recordId },
    select: attemptView,
    orderBy: { number: "desc" },
    take: input.limit,
  });
}

const eventView = {
  id: true,
  origin: true,
  actorId: true,
  name: true,
  status: true,
  detail: true,
  receivedAt: true,
  attemptId: true,
} as const satisfies Prisma.SyncEventSelect;

export type DetailedEvent = Prisma.SyncEventGetPayload<{ select: typeof eventView }>;

/** The record's latest events, newest first. */
export async function listEventsOfRecord(
  db: Db,
  tenant: Tenant,
  input: { recordId: string; limit: number },
): Promise<DetailedEvent[]> {
  return await db.syncEvent.findMany({
    where: { workspaceId: tenant.workspaceId, recordId: input.recordId },
    select: eventView,
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    take: input.limit,
  });
}

/** Names of members by user id; people who are no members of the workspace are left out. */
export async function listMemberNames(
  db: Db,
  tenant: Tenant,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await db.membership.findMany({
    where: { workspaceId: tenant.workspaceId, userId: { in: [...userIds] } },
    select: { userId: true, user: { select: { name: true } } },
  });
  return new Map(rows.map(({ userId, user }) => [userId, user.name]));
}
