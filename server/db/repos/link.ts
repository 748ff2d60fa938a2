import "server-only";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import type { PipedriveEntity } from "../generated/enums";
import type { Tenant } from "../tenant";

const view = {
  id: true,
  entity: true,
  freshbooksId: true,
  pipedriveId: true,
  state: true,
  intentId: true,
  triedAt: true,
  version: true,
  written: true,
} as const;

export type Link = Prisma.LinkGetPayload<{ select: typeof view }>;
type Key = { entity: PipedriveEntity; freshbooksId: string };

export function findLink(db: Db, tenant: Tenant, key: Key): Promise<Link | null> {
  return db.link.findUnique({
    where: { workspaceId_entity_freshbooksId: { workspaceId: tenant.workspaceId, ...key } },
    select: view,
  });
}

/**
 * Makes the link as an intent unless it exists, and returns what is there: the first step of every create. A link is
 * born only while the workspace is joined to the company whose client will make the object; null once it is not. From
 * then on the workspace holds a link and takes no other company.
 */
export async function intendLink(
  db: Db,
  tenant: Tenant,
  input: Key & { id: string; intentId: string; accountId: string },
): Promise<Link | null> {
  const { id, intentId, accountId, ...key } = input;
  await db.$executeRaw`
    WITH joined AS (
      SELECT "workspaceId" FROM "Connection"
      WHERE "workspaceId" = ${tenant.workspaceId} AND "vendor" = 'pipedrive' AND "accountId" = ${accountId}
      FOR SHARE
    )
    INSERT INTO "Link" ("workspaceId", "id", "entity", "freshbooksId", "state", "intentId")
    SELECT "workspaceId", ${id}, ${key.entity}::"PipedriveEntity", ${key.freshbooksId}, 'intent', ${intentId}
    FROM joined
    ON CONFLICT ("workspaceId", "entity", "freshbooksId") DO NOTHING`;
  return findLink(db, tenant, key);
}

export type LinkChange = {
  state?: "intent" | "linked" | "gone";
  pipedriveId?: number;
  triedAt?: Date | null;
  written?: Prisma.InputJsonValue;
  writtenAt?: Date;
  mappingVersion?: number;
};

/** Compare-and-set: applies the change only if nobody changed the link since `version`; tells whether it did. */
export async function changeLink(
  db: Db,
  tenant: Tenant,
  link: { id: string; version: number },
  change: LinkChange,
): Promise<boolean> {
  const { count } = await db.link.updateMany({
    where: { workspaceId: tenant.workspaceId, id: link.id, version: link.version },
    data: { ...change, version: { increment: 1 } },
  });
  return count === 1;
}

/**
 * Forgets what is believed to stand in some fields of the object, whoever wrote them last: a call whose moment of
 * arrival nobody knows may have set them. The next plan sends them again; plans made before are stale.
 */
export async function forgetWritten(
  db: Db,
  tenant: Tenant,
  link: { id: string },
  keys: readonly string[],
): Promise<void> {
  await db.$executeRaw`
    UPDATE "Link" SET "written" = "written" - ${[...keys]}::text[], "version" = "version" + 1
    WHERE "workspaceId" = ${tenant.workspaceId} AND "id" = ${link.id}`;
}

/**
 * Which of these Pipedrive objects are another workspace's, joined to the same company (a company of the sandbox is
 * another one, whatever its id): they may carry the same FreshBooks id, for ids are unique within one FreshBooks
 * account alone. Tells ids, and nothing of whose they are.
 */
export async function listLinkedElsewhere(
  db: Db,
  tenant: Tenant,
  input: { entity: PipedriveEntity; pipedriveIds: readonly number[] },
): Promise<ReadonlySet<number>> {
  if (input.pipedriveIds.length === 0) return new Set();
  const rows = await db.$queryRaw<{ pipedriveId: number }[]>`
    SELECT l."pipedriveId" FROM "Connection" ours
    JOIN "Connection" theirs ON theirs."vendor" = ours."vendor" AND theirs."accountId" = ours."accountId"
      AND theirs."environment" = ours."environment" AND theirs."workspaceId" <> ours."workspaceId"
    JOIN "Link" l ON l."workspaceId" = theirs."workspaceId"
    WHERE ours."workspaceId" = ${tenant.workspaceId} AND ours."vendor" = 'pipedrive'
      AND l."entity" = ${input.entity}::"PipedriveEntity"
      AND l."pipedriveId" = ANY(${[...input.pipedriveIds]}::int[])`;
  return new Set(rows.map(({ pipedriveId }) => pipedriveId));
}
