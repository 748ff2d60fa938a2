import "server-only";
import type { Db } from "../client";
import type { ConnectionEnvironment, Vendor } from "../generated/enums";
import type { Tenant } from "../tenant";

type Binding = { hash: string; vendor: Vendor; userId: string; sessionId: string };

/** Keeps a consent under way, by the hash of its `state`. */
export async function insertOauthState(
  db: Db,
  tenant: Tenant,
  input: Binding & { environment: ConnectionEnvironment; expiresAt: Date },
): Promise<void> {
  await db.oauthState.create({ data: { workspaceId: tenant.workspaceId, ...input }, select: { hash: true } });
}

/**
 * Uses a state up, at most once ever, and names its workspace and environment. Null when it is unknown, used, too old, or was given
 * to someone else. The workspace is what this finds out, so there is no tenant yet.
 */
export async function consumeOauthState(
  db: Db,
  input: Binding & { now: Date },
): Promise<{ workspaceId: string; environment: ConnectionEnvironment } | null> {
  const { now, ...binding } = input;
  const [row] = await db.oauthState.updateManyAndReturn({
    where: { ...binding, consumedAt: null, expiresAt: { gt: now } },
    data: { consumedAt: now },
    select: { workspaceId: true, environment: true },
  });
  return row ?? null;
}

/** Forgets the states that ended before `before`, whoever's they were. */
export async function deleteOauthStatesBefore(db: Db, before: Date): Promise<void> {
  await db.oauthState.deleteMany({ where: { expiresAt: { lt: before } } });
}
