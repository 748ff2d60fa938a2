import "server-only";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import type { Tenant } from "../tenant";

/** The live mapping version with its rules as stored; null before the first publish. */
export async function findLiveMapping(
  db: Db,
  tenant: Tenant,
): Promise<{ version: number; rules: Prisma.JsonValue } | null> {
  const workspace = await db.workspace.findUnique({
    where: { id: tenant.workspaceId },
    select: { liveMappingVersion: true },
  });
  const version = workspace?.liveMappingVersion;
  if (version == null) return null;
  return db.mappingVersion.findUnique({
    where: { workspaceId_version: { workspaceId: tenant.workspaceId, version } },
    select: { version: true, rules: true },
  });
}
