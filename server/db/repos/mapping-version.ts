import "server-only";
import type { Database, Db, Transaction } from "../client";
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

/**
 * Publishing is done by one at a time, however many processes try: per workspace, for versions are numbered, and per
 * Pipedrive company, for its fields are shared by all workspaces joined to it. Held until the end of `work`.
 */
export async function whilePublishing<Result>(
  db: Database,
  tenant: Tenant,
  input: { companyId: string },
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const keys = [`publish-mapping:${tenant.workspaceId}`, `pipedrive-fields:${input.companyId}`];
  return await db.$transaction(
    async (transaction) => {
      for (const key of keys) {
        await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
      }
      return await work(transaction);
    },
    { maxWait: 10_000, timeout: 120_000 },
  );
}

/** Adds the next version and makes it live. Within `whilePublishing` alone: the number is the highest plus one. */
export async function insertLiveMapping(
  db: Transaction,
  tenant: Tenant,
  input: { rules: Prisma.InputJsonValue; createdById: string; at: Date },
): Promise<number> {
  const { workspaceId } = tenant;
  const { _max } = await db.mappingVersion.aggregate({ where: { workspaceId }, _max: { version: true } });
  const version = (_max.version ?? 0) + 1;
  await db.mappingVersion.create({
    data: {
      workspaceId,
      version,
      rules: input.rules,
      createdById: input.createdById,
      createdAt: input.at,
      publishedAt: input.at,
    },
    select: { version: true },
  });
  await db.workspace.update({
    where: { id: workspaceId },
    data: { liveMappingVersion: version },
    select: { id: true },
  });
  return version;
}
