import "server-only";
import type { Transaction } from "../client";
import type { ConnectionEnvironment } from "../generated/enums";
import type { Tenant } from "../tenant";

/** A FreshBooks account and a Pipedrive company, as one workspace joins them. */
export type Pair = {
  environment: ConnectionEnvironment;
  freshbooksAccountId: string;
  pipedriveAccountId: string;
};

/** Which accounts the workspace joins now; null while a side is missing or its account is not chosen yet. */
async function findPair(transaction: Transaction, { workspaceId }: Tenant): Promise<Pair | null> {
  const [pair] = await transaction.$queryRaw<Pair[]>`
    SELECT f."environment"::text AS "environment", f."accountId" AS "freshbooksAccountId",
           p."accountId" AS "pipedriveAccountId"
    FROM "Connection" f
    JOIN "Connection" p ON p."workspaceId" = f."workspaceId" AND p."environment" = f."environment"
    WHERE f."workspaceId" = ${workspaceId} AND f."vendor" = 'freshbooks' AND p."vendor" = 'pipedrive'
      AND f."accountId" IS NOT NULL AND p."accountId" IS NOT NULL`;
  return pair ?? null;
}

/**
 * Another workspace that joins the same two accounts as this one, or null. To be asked in the transaction that has
 * changed a connection: the workspace's row is held, so that its other side cannot change meanwhile, and the pair
 * itself until the transaction ends, so that of many that make the same pair at once the later ones find the first.
 * A pair counts as joined while its grants are dead too: what was made of it may be taken up again.
 */
export async function findSamePair(
  transaction: Transaction,
  tenant: Tenant,
): Promise<{ workspaceId: string } | null> {
  const { workspaceId } = tenant;
  await transaction.$queryRaw`SELECT id FROM "Workspace" WHERE id = ${workspaceId} FOR NO KEY UPDATE`;
  const pair = await findPair(transaction, tenant);
  // The stand-ins that are offered for trying are everybody's: whoever tries them picks the same accounts.
  if (!pair || pair.environment === "sandbox") return null;
  const { environment, freshbooksAccountId, pipedriveAccountId } = pair;
  const name = JSON.stringify(["pair", environment, freshbooksAccountId, pipedriveAccountId]);
  await transaction.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))::text`;
  const [other] = await transaction.$queryRaw<{ workspaceId: string }[]>`
    SELECT f."workspaceId"
    FROM "Connection" f
    JOIN "Connection" p ON p."workspaceId" = f."workspaceId" AND p."environment" = f."environment"
    WHERE f."workspaceId" <> ${workspaceId} AND f."environment" = ${environment}::"ConnectionEnvironment"
      AND f."vendor" = 'freshbooks' AND f."accountId" = ${freshbooksAccountId}
      AND p."vendor" = 'pipedrive' AND p."accountId" = ${pipedriveAccountId}
    ORDER BY f."workspaceId" LIMIT 1`;
  return other ?? null;
}
