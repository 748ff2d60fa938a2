import "server-only";
import type { Db } from "../client";
import { containsPattern } from "../escape-like";
import { Prisma } from "../generated/client";
import type { EventOrigin, RecordKind } from "../generated/enums";
import type { Tenant } from "../tenant";

export type ActivityFilter = {
  origin?: EventOrigin | undefined;
  outcome?: string | undefined;
  /** Part of a record's label, or a whole FreshBooks id. */
  search?: string | undefined;
};

/** Where a page of attempts begins: behind this one. */
export type ActivityCursor = { startedAt: Date; id: string };

/** An attempt as a line. `plan` is the stored plan, `eventCount` how many events it answered for. */
export type ListedAttempt = {
  id: string;
  recordId: string;
  kind: RecordKind;
  label: string;
  freshbooksId: string;
  number: number;
  origin: EventOrigin;
  outcome: string;
  plan: unknown;
  errorMessage: string | null;
  eventCount: number;
  startedAt: Date;
  finishedAt: Date | null;
};

function conditions(filter: ActivityFilter): Prisma.Sql {
  const parts = [Prisma.empty];
  if (filter.origin !== undefined) parts.push(Prisma.sql`AND a."origin" = ${filter.origin}::"EventOrigin"`);
  if (filter.outcome !== undefined) parts.push(Prisma.sql`AND a."outcome" = ${filter.outcome}`);
  if (filter.search !== undefined && filter.search !== "") {
    const pattern = containsPattern(filter.search);
    parts.push(Prisma.sql`AND (r."label" ILIKE ${pattern} OR r."freshbooksId" = ${filter.search})`);
  }
  return Prisma.join(parts, " ");
}

/** Up to `limit` attempts behind the cursor, newest first, each with its number of events. */
export async function listAttemptRows(
  db: Db,
  tenant: Tenant,
  input: ActivityFilter & { after?: ActivityCursor | undefined; limit: number },
): Promise<ListedAttempt[]> {
  const after = input.after
    ? Prisma.sql`AND (a."startedAt", a."id") < (${input.after.startedAt}, ${input.after.id})`
    : Prisma.empty;
  return await db.$queryRaw<ListedAttempt[]>`
    SELECT a."id", a."recordId", r."kind"::text AS "kind", r."label", r."freshbooksId", a."number",
           a."origin"::text AS "origin", a."outcome", a."plan", a."errorMessage", a."startedAt", a."finishedAt",
           (SELECT count(*)::int FROM "SyncEvent" e WHERE e."workspaceId" = a."workspaceId"
              AND e."recordId" = a."recordId" AND e."attemptId" = a."id") AS "eventCount"
    FROM "SyncAttempt" a
    JOIN "Record" r ON r."workspaceId" = a."workspaceId" AND r."id" = a."recordId"
    WHERE a."workspaceId" = ${tenant.workspaceId} ${after} ${conditions(input)}
    ORDER BY a."startedAt" DESC, a."id" DESC
    LIMIT ${input.limit}`;
}

const writeView = {
  attemptId: true,
  kind: true,
  status: true,
  pipedriveId: true,
  fields: true,
} as const satisfies Prisma.SyncWriteSelect;

export type ListedWrite = Prisma.SyncWriteGetPayload<{ select: typeof writeView }>;

/** The writes of these attempts, in order: one query for a whole page. */
export async function listWritesOf(
  db: Db,
  tenant: Tenant,
  attemptIds: readonly string[],
): Promise<ListedWrite[]> {
  return await db.syncWrite.findMany({
    where: { workspaceId: tenant.workspaceId, attemptId: { in: [...attemptIds] } },
    select: writeView,
    orderBy: [{ attemptId: "asc" }, { ordinal: "asc" }],
  });
}
