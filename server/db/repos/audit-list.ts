import "server-only";
import type { Db } from "../client";
import { containsPattern } from "../escape-like";
import { Prisma } from "../generated/client";
import type { Tenant } from "../tenant";

export type AuditFilter = {
  action?: string | undefined;
  actorId?: string | undefined;
  /** Part of whom or what it concerns, or of who did it. */
  search?: string | undefined;
};

/** Where a page begins: behind this entry. */
export type AuditCursor = { at: Date; id: string };

/** An entry as stored. */
export type AuditRow = {
  id: string;
  at: Date;
  action: string;
  actorId: string | null;
  actorName: string;
  actorEmail: string | null;
  subject: string | null;
  before: Prisma.JsonValue;
  after: Prisma.JsonValue;
  address: string | null;
  userAgent: string | null;
};

function conditions({ action, actorId, search }: AuditFilter): Prisma.Sql {
  const parts = [Prisma.empty];
  if (action !== undefined) parts.push(Prisma.sql`AND "action" = ${action}`);
  if (actorId !== undefined) parts.push(Prisma.sql`AND "actorId" = ${actorId}`);
  if (search !== undefined && search !== "") {
    const pattern = containsPattern(search);
    parts.push(
      Prisma.sql`AND ("subject" ILIKE ${pattern} OR "actorName" ILIKE ${pattern} OR "actorEmail" ILIKE ${pattern})`,
    );
  }
  return Prisma.join(parts, " ");
}

/** Up to `limit` entries behind the cursor, the newest first. */
export async function listAuditRows(
  db: Db,
  tenant: Tenant,
  input: AuditFilter & { after?: AuditCursor | undefined; limit: number },
): Promise<AuditRow[]> {
  const after = input.after
    ? Prisma.sql`AND ("at", "id") < (${input.after.at}, ${input.after.id})`
    : Prisma.empty;
  return await db.$queryRaw<AuditRow[]>`
    SELECT "id", "at", "action", "actorId", "actorName", "actorEmail", "subject", "before", "after", "address",
           "userAgent"
    FROM "AuditEntry"
    WHERE "workspaceId" = ${tenant.workspaceId} ${after} ${conditions(input)}
    ORDER BY "at" DESC, "id" DESC
    LIMIT ${input.limit}`;
}
