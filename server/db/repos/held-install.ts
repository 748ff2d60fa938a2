import "server-only";
import type { Db } from "../client";
import type { ConnectionEnvironment } from "../generated/enums";

// An installation that was begun at Pipedrive belongs to a browser, not yet to a workspace: there is no tenant.

/** An installation whose code waits for the person to say where it goes. */
export type HeldInstall = { environment: ConnectionEnvironment; expiresAt: Date };

/** Keeps a sealed code under the hash of a browser's secret. */
export async function insertHeldInstall(
  db: Db,
  input: { hash: string; environment: ConnectionEnvironment; sealedCode: string; expiresAt: Date },
): Promise<void> {
  await db.heldInstall.create({ data: input, select: { hash: true } });
}

/** What waits under this hash; null when nothing does, or not any more. */
export function findHeldInstall(db: Db, input: { hash: string; now: Date }): Promise<HeldInstall | null> {
  return db.heldInstall.findUnique({
    where: { hash: input.hash, expiresAt: { gt: input.now } },
    select: { environment: true, expiresAt: true },
  });
}

/** Takes a code out for good: of any number of callers at once one gets it, the others null. */
export async function takeHeldInstall(
  db: Db,
  input: { hash: string; now: Date },
): Promise<{ environment: ConnectionEnvironment; sealedCode: string } | null> {
  const [taken] = await db.$queryRaw<{ environment: ConnectionEnvironment; sealedCode: string }[]>`
    DELETE FROM "HeldInstall" WHERE "hash" = ${input.hash} AND "expiresAt" > ${input.now}
    RETURNING "environment"::text AS "environment", "sealedCode"`;
  return taken ?? null;
}

/** Forgets codes that waited in vain. */
export async function deleteHeldInstallsBefore(db: Db, before: Date): Promise<void> {
  await db.heldInstall.deleteMany({ where: { expiresAt: { lte: before } } });
}
