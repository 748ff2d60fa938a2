import "server-only";
import type { Db } from "../client";
import type { MailTokenPurpose } from "../generated/enums";

/** Whom a mailed secret speaks for: the person, and the address it was mailed to. */
export type MailTokenHolder = { userId: string; email: string };

type Key = { hash: string; purpose: MailTokenPurpose };

const holderColumns = { userId: true, email: true } as const;

/**
 * Keeps a mailed secret by its hash. For an id that is nobody's it stores nothing, in the same statement: asking for a
 * link must cost the same whether or not an address has an account.
 */
export async function insertMailToken(
  db: Db,
  input: Key & MailTokenHolder & { createdAt: Date; expiresAt: Date },
): Promise<void> {
  const { hash, purpose, userId, email, createdAt, expiresAt } = input;
  await db.$executeRaw`
    INSERT INTO "MailToken" (hash, purpose, "userId", email, "createdAt", "expiresAt")
    SELECT ${hash}, ${purpose}::"MailTokenPurpose", u.id, ${email}, ${createdAt}, ${expiresAt}
    FROM "User" u WHERE u.id = ${userId}`;
}

/** Uses a secret up, at most once ever. Null when it is unknown, used, too old, or was made for something else. */
export async function consumeMailToken(db: Db, input: Key & { now: Date }): Promise<MailTokenHolder | null> {
  const { now, ...key } = input;
  const [row] = await db.mailToken.updateManyAndReturn({
    where: { ...key, consumedAt: null, expiresAt: { gt: now } },
    data: { consumedAt: now },
    select: holderColumns,
  });
  return row ?? null;
}

/** Whom a secret speaks for, without using it up; null when it would not be redeemed. */
export async function findOpenMailToken(db: Db, input: Key & { now: Date }): Promise<MailTokenHolder | null> {
  const { now, ...key } = input;
  return await db.mailToken.findFirst({
    where: { ...key, consumedAt: null, expiresAt: { gt: now } },
    select: holderColumns,
  });
}

/** Ends the person's secrets of these purposes, so that no link mailed so far opens anything. */
export async function deleteMailTokensOf(
  db: Db,
  userId: string,
  purposes: readonly MailTokenPurpose[],
): Promise<void> {
  await db.mailToken.deleteMany({ where: { userId, purpose: { in: [...purposes] } } });
}

/** The address that the person asked to change to and has not confirmed yet; null when there is none. */
export async function findPendingEmail(db: Db, userId: string, now: Date): Promise<string | null> {
  const row = await db.mailToken.findFirst({
    where: { userId, purpose: "change_email", consumedAt: null, expiresAt: { gt: now } },
    select: { email: true },
    orderBy: { createdAt: "desc" },
  });
  return row?.email ?? null;
}

/** Forgets the secrets that ended before `before`, whoever's they were. */
export async function deleteMailTokensBefore(db: Db, before: Date): Promise<void> {
  await db.mailToken.deleteMany({ where: { expiresAt: { lt: before } } });
}
