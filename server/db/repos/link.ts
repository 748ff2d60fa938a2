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

/** Makes the link as an intent unless it exists, and returns what is there: the first step of every create. */
export async function intendLink(
  db: Db,
  tenant: Tenant,
  input: Key & { id: string; intentId: string },
): Promise<Link> {
  await db.link.createMany({
    data: [{ workspaceId: tenant.workspaceId, state: "intent", ...input }],
    skipDuplicates: true,
  });
  return db.link.findUniqueOrThrow({
    where: {
      workspaceId_entity_freshbooksId: {
        workspaceId: tenant.workspaceId,
        entity: input.entity,
        freshbooksId: input.freshbooksId,
      },
    },
    select: view,
  });
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
