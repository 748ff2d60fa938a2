import "server-only";
import { newId } from "../../lib/ids";
import type { Db } from "../client";

/** A signed-in person, as everything above the database knows them. */
export type Viewer = { userId: string; sessionId: string; name: string; email: string };

/** Opens a session and returns its id. */
export async function insertSession(
  db: Db,
  input: { userId: string; createdAt: Date; expiresAt: Date },
): Promise<string> {
  const id = newId("session");
  await db.session.create({ data: { id, ...input }, select: { id: true } });
  return id;
}

/** The person behind a session that is neither revoked nor over at `now`; null otherwise. */
export async function findLiveSession(db: Db, sessionId: string, now: Date): Promise<Viewer | null> {
  const row = await db.session.findFirst({
    where: { id: sessionId, revokedAt: null, expiresAt: { gt: now } },
    select: { id: true, user: { select: { id: true, name: true, email: true } } },
  });
  if (!row) return null;
  return { userId: row.user.id, sessionId: row.id, name: row.user.name, email: row.user.email };
}

/** Ends a session at once. A session that has ended already keeps its first time. */
export async function revokeSession(db: Db, sessionId: string, now: Date): Promise<void> {
  await db.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } });
}
