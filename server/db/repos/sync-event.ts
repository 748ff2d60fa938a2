import "server-only";
import type { Db } from "../client";
import type { EventOrigin, EventStatus, RecordKind } from "../generated/enums";
import type { Tenant } from "../tenant";

export type NewEvent = {
  id: string;
  origin: EventOrigin;
  name: string;
  noun: string;
  objectId: string;
  receivedAt: Date;
  actorId?: string | null;
};

/**
 * Stores an event and marks its object dirty, in one statement: a record row is made when the object is new,
 * its dirty number goes up, and the event carries that number.
 */
export async function insertDirtyEvent(
  db: Db,
  tenant: Tenant,
  event: NewEvent,
  record: { id: string; kind: RecordKind; freshbooksId: string },
): Promise<{ recordId: string; seq: number }> {
  const rows = await db.$queryRaw<{ recordId: string; seq: number }[]>`
    WITH marked AS (
      INSERT INTO "Record" ("workspaceId", "id", "kind", "freshbooksId", "label", "dirtySeq", "lastEventAt")
      VALUES (${tenant.workspaceId}, ${record.id}, ${record.kind}::"RecordKind", ${record.freshbooksId}, '', 1,
              ${event.receivedAt})
      ON CONFLICT ("workspaceId", "kind", "freshbooksId") DO UPDATE
        SET "dirtySeq" = "Record"."dirtySeq" + 1, "health" = 'waiting', "lastEventAt" = EXCLUDED."lastEventAt"
      RETURNING "id", "dirtySeq"
    )
    INSERT INTO "SyncEvent" ("workspaceId", "id", "origin", "name", "noun", "objectId", "status", "recordId",
                             "seq", "actorId", "receivedAt")
    SELECT ${tenant.workspaceId}, ${event.id}, ${event.origin}::"EventOrigin", ${event.name}, ${event.noun},
           ${event.objectId}, 'received', marked."id", marked."dirtySeq", ${event.actorId ?? null},
           ${event.receivedAt}
    FROM marked
    RETURNING "recordId", "seq"`;
  const row = rows[0];
  if (!row) throw new Error("the event statement returned no row");
  return row;
}

/** Stores an event whose record is not known yet (a payment, a credit note) or which needs nothing. */
export async function insertEvent(
  db: Db,
  tenant: Tenant,
  event: NewEvent & { status: EventStatus; detail?: string },
): Promise<void> {
  await db.syncEvent.create({
    data: { workspaceId: tenant.workspaceId, ...event },
    select: { id: true },
  });
}

export async function markHanded(db: Db, tenant: Tenant, ids: readonly string[], at: Date): Promise<void> {
  await db.syncEvent.updateMany({
    where: { workspaceId: tenant.workspaceId, id: { in: [...ids] }, status: { in: ["received", "handed"] } },
    data: { status: "handed", handedAt: at },
  });
}

/** Has the outbox hand over anew, within the minute, whatever was handed over and not answered. */
export async function reopenHandedEvents(db: Db, tenant: Tenant): Promise<void> {
  const where = { workspaceId: tenant.workspaceId, status: "handed" } as const;
  await db.syncEvent.updateMany({ where, data: { status: "received" } });
}

/** Closes every open event of a record up to `seq`: the attempt has answered for them all. */
export async function closeEvents(
  db: Db,
  tenant: Tenant,
  input: { recordId: string; seq: number; attemptId: string | null; status: EventStatus; at: Date },
): Promise<void> {
  await db.syncEvent.updateMany({
    where: {
      workspaceId: tenant.workspaceId,
      recordId: input.recordId,
      seq: { lte: input.seq },
      status: { in: ["received", "handed"] },
    },
    data: { status: input.status, attemptId: input.attemptId, doneAt: input.at },
  });
}

/** The record's dirty number that an event made; null when it made none. */
export async function findEventSeq(db: Db, tenant: Tenant, id: string): Promise<number | null> {
  const where = { workspaceId_id: { workspaceId: tenant.workspaceId, id } };
  return (await db.syncEvent.findUnique({ where, select: { seq: true } }))?.seq ?? null;
}

/** Closes one event that leads to no attempt of its own. */
export async function closeEvent(
  db: Db,
  tenant: Tenant,
  input: { id: string; status: EventStatus; detail: string; at: Date },
): Promise<void> {
  await db.syncEvent.updateMany({
    where: { workspaceId: tenant.workspaceId, id: input.id },
    data: { status: input.status, detail: input.detail, doneAt: input.at },
  });
}

/** An event that was stored and has waited too long for a run; the outbox sweep hands it over again. */
export type WaitingEvent = {
  workspaceId: string;
  id: string;
  noun: string;
  objectId: string;
  origin: EventOrigin;
};

/**
 * Events stored before `before` without a run: never handed over, or handed over before `handedBefore` and still
 * open. Those of a workspace that is about to be erased wait on. Across all workspaces: it serves the outbox sweep
 * alone, which makes a tenant per row.
 */
export function listWaitingEvents(
  db: Db,
  input: { before: Date; handedBefore: Date; limit: number },
): Promise<WaitingEvent[]> {
  return db.syncEvent.findMany({
    where: {
      workspace: { eraseAt: null },
      OR: [
        { status: "received", receivedAt: { lt: input.before } },
        { status: "handed", handedAt: { lt: input.handedBefore } },
      ],
    },
    select: { workspaceId: true, id: true, noun: true, objectId: true, origin: true },
    // What was never handed over first; the rest takes turns, so that nothing stuck stands in the way.
    orderBy: [{ handedAt: { sort: "asc", nulls: "first" } }, { receivedAt: "asc" }],
    take: input.limit,
  });
}

/** The event with the highest number not above `seq`: it names the origin of an attempt. */
export async function findLatestEvent(
  db: Db,
  tenant: Tenant,
  recordId: string,
): Promise<{ id: string; origin: EventOrigin; actorId: string | null } | null> {
  return db.syncEvent.findFirst({
    where: { workspaceId: tenant.workspaceId, recordId, status: { in: ["received", "handed"] } },
    select: { id: true, origin: true, actorId: true },
    orderBy: { seq: "desc" },
  });
}
