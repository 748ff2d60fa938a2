import "server-only";
import type { Db } from "../client";

/** What a sign-in must know of the person who comes in. */
export type EnteringPerson = {
  userId: string;
  name: string;
  email: string;
  isEmailVerified: boolean;
  hasPassword: boolean;
  /** Whether a second factor is in force. */
  hasTotp: boolean;
};

/** Somebody who has proved, or is proving, who they are. Null when there is no such person. */
export async function findEnteringPerson(db: Db, userId: string): Promise<EnteringPerson | null> {
  const row = await db.user.findUnique({
    where: { id: userId },
    select: { name: true, email: true, emailVerifiedAt: true, passwordHash: true, totpEnabledAt: true },
  });
  if (!row) return null;
  const { name, email, emailVerifiedAt, passwordHash, totpEnabledAt } = row;
  const has = { hasPassword: passwordHash !== null, hasTotp: totpEnabledAt !== null };
  return { userId, name, email, isEmailVerified: emailVerifiedAt !== null, ...has };
}

/** Takes a person's password away: nobody signs in by it until a new one is set. */
export async function forgetPassword(db: Db, userId: string): Promise<void> {
  await db.user.updateMany({ where: { id: userId }, data: { passwordHash: null } });
}

/** Holds the person's row until the transaction ends, so that two changes of how they sign in come one after the other. */
export async function lockPerson(db: Db, userId: string): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
}
