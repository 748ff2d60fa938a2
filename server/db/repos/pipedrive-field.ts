import "server-only";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import type { PipedriveEntity } from "../generated/enums";
import type { Tenant } from "../tenant";

const view = { entity: true, purpose: true, fieldCode: true, fieldType: true, options: true } as const;

export type PipedriveFieldRow = Prisma.PipedriveFieldGetPayload<{ select: typeof view }>;

/** The custom fields that were made for, or found by, the workspace. */
export function listPipedriveFields(db: Db, tenant: Tenant): Promise<PipedriveFieldRow[]> {
  return db.pipedriveField.findMany({ where: { workspaceId: tenant.workspaceId }, select: view });
}

/** Keeps which field serves a purpose, in the place of the former one. */
export async function savePipedriveField(
  db: Db,
  tenant: Tenant,
  field: {
    entity: PipedriveEntity;
    purpose: string;
    fieldCode: string;
    fieldType: string;
    options: Readonly<Record<string, number>>;
  },
): Promise<void> {
  const { entity, purpose, ...rest } = field;
  const { workspaceId } = tenant;
  await db.pipedriveField.upsert({
    where: { workspaceId_entity_purpose: { workspaceId, entity, purpose } },
    create: { workspaceId, entity, purpose, ...rest },
    update: rest,
    select: { purpose: true },
  });
}
