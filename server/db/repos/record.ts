import "server-only";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import type { RecordHealth, RecordKind } from "../generated/enums";
import type { Tenant } from "../tenant";

const view = {
  id: true,
  kind: true,
  freshbooksId: true,
  label: true,
  clientFreshbooksId: true,
  state: true,
  isOverdue: true,
  dueDate: true,
  dirtySeq: true,
  syncedSeq: true,
  attemptCount: true,
  health: true,
  sourceVersion: true,
} as const;

/** A record as the sync sees it. */
export type RecordView = Prisma.RecordGetPayload<{ select: typeof view }>;

export function findRecord(
  db: Db,
  tenant: Tenant,
  key: { kind: RecordKind; freshbooksId: string },
): Promise<RecordView | null> {
  return db.record.findUnique({
    where: { workspaceId_kind_freshbooksId: { workspaceId: tenant.workspaceId, ...key } },
    select: view,
  });
}

export function findRecordById(db: Db, tenant: Tenant, id: string): Promise<RecordView | null> {
  return db.record.findUnique({
    where: { workspaceId_id: { workspaceId: tenant.workspaceId, id } },
    select: view,
  });
}

/** What FreshBooks said of a record when it was last read; null before that. Parse it before use. */
export async function findSnapshot(db: Db, tenant: Tenant, id: string): Promise<unknown> {
  const row = await db.record.findUnique({
    where: { workspaceId_id: { workspaceId: tenant.workspaceId, id } },
    select: { snapshot: true },
  });
  return row?.snapshot ?? null;
}

/** Open invoices of a client, by FreshBooks id: what a credit note may have changed. */
export async function listOpenInvoicesOfClient(
  db: Db,
  tenant: Tenant,
  clientFreshbooksId: string,
): Promise<readonly string[]> {
  const rows = await db.record.findMany({
    where: {
      workspaceId: tenant.workspaceId,
      kind: "invoice",
      clientFreshbooksId,
      OR: [{ outstanding: null }, { outstanding: { gt: 0 } }],
    },
    select: { freshbooksId: true },
  });
  return rows.map(({ freshbooksId }) => freshbooksId);
}

/** Invoices not yet overdue in our books whose due date lies before `today` with money outstanding. */
export async function listFallenDue(
  db: Db,
  tenant: Tenant,
  input: { today: string; readBefore: Date; limit: number },
): Promise<readonly string[]> {
  const rows = await db.record.findMany({
    where: {
      workspaceId: tenant.workspaceId,
      kind: "invoice",
      isOverdue: false,
      dueDate: { lt: new Date(`${input.today}T00:00:00Z`) },
      outstanding: { gt: 0 },
      state: { notIn: ["draft", "deleted", "archived"] },
      // What waits already will be looked at anyway.
      health: { not: "waiting" },
      OR: [{ lastReadAt: null }, { lastReadAt: { lt: input.readBefore } }],
    },
    select: { freshbooksId: true },
    orderBy: { dueDate: "asc" },
    take: input.limit,
  });
  return rows.map(({ freshbooksId }) => freshbooksId);
}

/** What a read of the source tells of a record. Money as decimal text, dates as instants at UTC midnight. */
export type RecordReading = {
  label: string;
  clientFreshbooksId?: string | null;
  currency?: string | null;
  amount?: string | null;
  outstanding?: string | null;
  paid?: string | null;
  dueDate?: Date | null;
  state?: string | null;
  isOverdue?: boolean;
  sourceVersion: string;
  snapshot: Prisma.InputJsonValue;
  lastReadAt: Date;
};

export async function saveReading(db: Db, tenant: Tenant, id: string, reading: RecordReading): Promise<void> {
  await db.record.update({
    where: { workspaceId_id: { workspaceId: tenant.workspaceId, id } },
    data: reading,
    select: { id: true },
  });
}

/**
 * How a record stands after an attempt that began at `seq`. Unless `isAnswered` is false everything up to there is
 * done with; else the record stays dirty, and the next sweep takes it up. An attempt that ends after a later one was settled changes nothing: the later
 * one has read more.
 */
export async function settleRecord(
  db: Db,
  tenant: Tenant,
  id: string,
  input: {
    seq: number;
    isAnswered?: boolean;
    health: RecordHealth;
    reason: string | null;
    reasonCode: string | null;
    at: Date;
    isSynced: boolean;
  },
): Promise<void> {
  const { isAnswered = true } = input;
  await db.$executeRaw`
    UPDATE "Record" SET
      "syncedSeq" = CASE WHEN ${isAnswered} THEN ${input.seq} ELSE "syncedSeq" END,
      "health" = (CASE WHEN "dirtySeq" > ${input.seq} THEN 'waiting' ELSE ${input.health} END)::"RecordHealth",
      "reason" = ${input.reason},
      "reasonCode" = ${input.reasonCode},
      "lastSyncedAt" = CASE WHEN ${input.isSynced} THEN ${input.at} ELSE "lastSyncedAt" END
    WHERE "workspaceId" = ${tenant.workspaceId} AND "id" = ${id}
      AND ("syncedSeq" < ${input.seq} OR (${isAnswered} AND "syncedSeq" = ${input.seq}))`;
}

/**
 * Records that changed since their last attempt and have no event under way: whatever was lost, or waited for a
 * connection, is found here. In order of importance: invoices before clients, which their invoices bring along;
 * overdue ones before those that are open, and these before what is settled; the newest change first.
 */
export async function listForgotten(
  db: Db,
  tenant: Tenant,
  limit: number,
): Promise<readonly { kind: RecordKind; freshbooksId: string }[]> {
  return db.$queryRaw<{ kind: RecordKind; freshbooksId: string }[]>`
    SELECT "kind", "freshbooksId" FROM "Record" r
    WHERE r."workspaceId" = ${tenant.workspaceId} AND r."dirtySeq" > r."syncedSeq"
      AND NOT EXISTS (
        SELECT 1 FROM "SyncEvent" e
        WHERE e."workspaceId" = r."workspaceId" AND e."recordId" = r."id" AND e."status" IN ('received', 'handed'))
    ORDER BY r."kind" = 'client', NOT r."isOverdue", COALESCE(r."outstanding" = 0, false), r."lastEventAt" DESC, r."id"
    LIMIT ${limit}`;
}

type KnownVersion = {
  version: string | null;
  state: string | null;
  isOverdue: boolean;
  health: RecordHealth;
};

/** The change tokens we hold of some objects, to tell the changed from the unchanged in a list. */
export async function listVersions(
  db: Db,
  tenant: Tenant,
  input: { kind: RecordKind; freshbooksIds: readonly string[] },
): Promise<ReadonlyMap<string, KnownVersion>> {
  const rows = await db.record.findMany({
    where: {
      workspaceId: tenant.workspaceId,
      kind: input.kind,
      freshbooksId: { in: [...input.freshbooksIds] },
    },
    select: { freshbooksId: true, sourceVersion: true, state: true, isOverdue: true, health: true },
  });
  return new Map(
    rows.map((row) => [
      row.freshbooksId,
      { version: row.sourceVersion, state: row.state, isOverdue: row.isOverdue, health: row.health },
    ]),
  );
}
