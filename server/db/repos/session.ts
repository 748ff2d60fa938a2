import "server-only";
import { addMs } from "../../lib/clock";
import { newId } from "../../lib/ids";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";

/** A signed-in person, as everything above the database knows them. */
export type Viewer = { userId: string; sessionId: string; name: string; email: string };

/** By which way somebody came in. */
export type SessionMethod = "password" | "email_link" | "google" | "github" | "oidc";

type NewSession = {
  userId: string;
  createdAt: Date;
  expiresAt: Date;
  method?: SessionMethod;
  /** Whether it opens nothing yet but the page that asks for the second factor. */
  needsSecondFactor?: boolean;
  address?: string | null;
  userAgent?: string | null;
};

/** How much later than the last note a use must be to be noted: a page makes many calls. */
const seenStepMs = 5 * 60_000;

/** Opens a session and returns its id. */
export async function insertSession(db: Db, input: NewSession): Promise<string> {
  const id = newId("session");
  await db.session.create({ data: { id, lastSeenAt: input.createdAt, ...input }, select: { id: true } });
  return id;
}

const viewerColumns = {
  id: true,
  lastSeenAt: true,
  user: { select: { id: true, name: true, email: true } },
} as const satisfies Prisma.SessionSelect;

async function findSession(db: Db, id: string, now: Date, needsSecondFactor: boolean) {
  const where = { id, needsSecondFactor, revokedAt: null, expiresAt: { gt: now } };
  const row = await db.session.findFirst({ where, select: viewerColumns });
  if (!row) return null;
  const { user, lastSeenAt } = row;
  return { lastSeenAt, viewer: { userId: user.id, sessionId: row.id, name: user.name, email: user.email } };
}

/**
 * The person behind a session that is neither revoked nor over at `now`, nor waiting for its second factor; null
 * otherwise. Notes that it was used, at most every five minutes.
 */
export async function findLiveSession(db: Db, sessionId: string, now: Date): Promise<Viewer | null> {
  const found = await findSession(db, sessionId, now, false);
  if (!found) return null;
  const notedBefore = addMs(now, -seenStepMs);
  if (found.lastSeenAt === null || found.lastSeenAt <= notedBefore) {
    await db.session.updateMany({
      where: { id: sessionId, OR: [{ lastSeenAt: null }, { lastSeenAt: { lte: notedBefore } }] },
      data: { lastSeenAt: now },
    });
  }
  return found.viewer;
}

/** The person behind a session that still waits for its second factor; null for every other one. */
export async function findPendingSession(db: Db, sessionId: string, now: Date): Promise<Viewer | null> {
  return (await findSession(db, sessionId, now, true))?.viewer ?? null;
}

/** Makes a pending session whole. False when it is not pending any more: passed, revoked or over. */
export async function completeSession(
  db: Db,
  sessionId: string,
  input: { now: Date; expiresAt: Date },
): Promise<boolean> {
  const { now, expiresAt } = input;
  const { count } = await db.session.updateMany({
    where: { id: sessionId, needsSecondFactor: true, revokedAt: null, expiresAt: { gt: now } },
    data: { needsSecondFactor: false, expiresAt, lastSeenAt: now },
  });
  return count === 1;
}

/** Ends a session at once. A session that has ended already keeps its first time. */
export async function revokeSession(db: Db, sessionId: string, now: Date): Promise<void> {
  await db.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: now } });
}

/** Ends one session of this person's own at once; false when they have no such session that is still open. */
export async function revokeOwnSession(
  db: Db,
  input: { userId: string; sessionId: string; now: Date },
): Promise<boolean> {
  const { userId, sessionId, now } = input;
  const { count } = await db.session.updateMany({
    where: { id: sessionId, userId, revokedAt: null, expiresAt: { gt: now } },
    data: { revokedAt: now },
  });
  return count === 1;
}

/** Ends every session of a person at once, pending ones too, but the one named. */
export async function revokeSessionsOf(
  db: Db,
  userId: string,
  input: { now: Date; except?: string },
): Promise<void> {
  const { now, except } = input;
  await db.session.updateMany({
    where: { userId, revokedAt: null, ...(except !== undefined && { id: { not: except } }) },
    data: { revokedAt: now },
  });
}

export type SessionRow = {
  id: string;
  method: string;
  address: string | null;
  userAgent: string | null;
  createdAt: Date;
  lastSeenAt: Date | null;
};

/** A person's open sessions, the one used last first; none that waits for its second factor. */
export async function listOpenSessions(db: Db, userId: string, now: Date): Promise<SessionRow[]> {
  return await db.session.findMany({
    where: { userId, needsSecondFactor: false, revokedAt: null, expiresAt: { gt: now } },
    select: { id: true, method: true, address: true, userAgent: true, createdAt: true, lastSeenAt: true },
    orderBy: [{ lastSeenAt: { sort: "desc", nulls: "last" } }, { id: "desc" }],
  });
}
