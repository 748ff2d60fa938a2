import "server-only";
import type { Db } from "../client";
import { containsPattern } from "../escape-like";
import { Prisma } from "../generated/client";
import type { RecordHealth, RecordKind } from "../generated/enums";
import type { Tenant } from "../tenant";

export type RecordFilter = {
  kind?: RecordKind | undefined;
  health?: RecordHealth | undefined;
  state?: string | undefined;
  /** Part of a label or of a client's name, or a whole FreshBooks id. */
  search?: string | undefined;
};

/** A record as a line: money as decimal text in `currency`, the due date as `YYYY-MM-DD`. */
export type ListedRecord = {
  id: string;
  kind: RecordKind;
  freshbooksId: string;
  label: string;
  clientName: string | null;
  currency: string | null;
  amount: string | null;
  outstanding: string | null;
  dueDate: string | null;
  state: string | null;
  isOverdue: boolean;
  health: RecordHealth;
  reason: string | null;
  pipedriveId: number | null;
  lastSyncedAt: Date | null;
};

/** Columns of a `ListedRecord`, from `"Record" r` with its client's record `c` and its link `l`. */
export const listedColumns = Prisma.sql`
  r."id", r."kind"::text AS "kind", r."freshbooksId", r."label",
  CASE WHEN r."kind" = 'invoice' THEN COALESCE(NULLIF(c."label", ''), r."snapshot"->>'clientName') END AS "clientName",
  r."currency", trim_scale(r."amount")::text AS "amount", trim_scale(r."outstanding")::text AS "outstanding",
  to_char(r."dueDate", 'YYYY-MM-DD') AS "dueDate", r."state", r."isOverdue", r."health"::text AS "health",
  r."reason", l."pipedriveId", r."lastSyncedAt"`;

/** Joins for `listedColumns`; both go by unique keys of the same workspace. */
export const listedJoins = Prisma.sql`
  LEFT JOIN "Record" c ON c."workspaceId" = r."workspaceId" AND c."kind" = 'client'
    AND c."freshbooksId" = r."clientFreshbooksId"
  LEFT JOIN "Link" l ON l."workspaceId" = r."workspaceId" AND l."freshbooksId" = r."freshbooksId"
    AND l."entity" = (CASE r."kind" WHEN 'client' THEN 'organization' ELSE 'deal' END)::"PipedriveEntity"`;

function conditions(filter: RecordFilter): Prisma.Sql {
  const parts = [Prisma.empty];
  if (filter.kind !== undefined) parts.push(Prisma.sql`AND r."kind" = ${filter.kind}::"RecordKind"`);
  if (filter.health !== undefined) parts.push(Prisma.sql`AND r."health" = ${filter.health}::"RecordHealth"`);
  if (filter.state !== undefined) parts.push(Prisma.sql`AND r."state" = ${filter.state}`);
  if (filter.search !== undefined && filter.search !== "") {
    const pattern = containsPattern(filter.search);
    parts.push(
      Prisma.sql`AND (r."label" ILIKE ${pattern} OR r."freshbooksId" = ${filter.search} OR c."label" ILIKE ${pattern})`,
    );
  }
  return Prisma.join(parts, " ");
}

/** Up to `limit` records that came after (are older than) the one with id `beforeId`, newest first. */
export async function listRecordRows(
  db: Db,
  tenant: Tenant,
  input: RecordFilter & { beforeId?: string | undefined; limit: number },
): Promise<ListedRecord[]> {
  const before = input.beforeId === undefined ? Prisma.empty : Prisma.sql`AND r."id" < ${input.beforeId}`;
  return await db.$queryRaw<ListedRecord[]>`
    SELECT ${listedColumns}
    FROM "Record" r ${listedJoins}
    WHERE r."workspaceId" = ${tenant.workspaceId} ${before} ${conditions(input)}
    ORDER BY r."id" DESC
    LIMIT ${input.limit}`;
}
