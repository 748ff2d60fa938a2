import "server-only";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import type { Tenant } from "../tenant";

const view = { entity: true, purpose: true, fieldCode: true, fieldType: true, options: true } as const;

export type PipedriveFieldRow = Prisma.PipedriveFieldGetPayload<{ select: typeof view }>;

/** The custom fields that were made for, or found by, the workspace. */
export function listPipedriveFields(db: Db, tenant: Tenant): Promise<PipedriveFieldRow[]> {
  return db.pipedriveField.findMany({ where: { workspaceId: tenant.workspaceId }, select: view });
}
