import "server-only";
import { newId } from "../../lib/ids";
import type { Db } from "../client";

/** How a provider names somebody: its own, stable id, never an e-mail. */
export type IdentityKey = { provider: string; subject: string };

/** Whose identity this is; null when nobody's. */
export async function findIdentityOwner(db: Db, key: IdentityKey): Promise<string | null> {
  const row = await db.identity.findUnique({
    where: { provider_subject: key },
    select: { userId: true },
  });
  return row?.userId ?? null;
}

/** Links an identity to a person. False when it has an owner, or the person has another one of that provider. */
export async function insertIdentityOnce(
  db: Db,
  input: IdentityKey & { userId: string; email: string | null; createdAt: Date },
): Promise<boolean> {
  const data = { ...input, lastUsedAt: input.createdAt };
  const { count } = await db.identity.createMany({ data: [data], skipDuplicates: true });
  return count === 1;
}

/** Notes that somebody came in by it. */
export async function touchIdentity(db: Db, key: IdentityKey, now: Date): Promise<void> {
  await db.identity.updateMany({ where: key, data: { lastUsedAt: now } });
}

/** Takes one provider's identity away from a person. */
export async function deleteIdentityOf(db: Db, userId: string, provider: string): Promise<void> {
  await db.identity.deleteMany({ where: { userId, provider } });
}

export type IdentityOfPerson = { provider: string; email: string | null; createdAt: Date };

/** A person's linked identities, in the order in which they were linked. */
export async function listIdentitiesOf(db: Db, userId: string): Promise<IdentityOfPerson[]> {
  return await db.identity.findMany({
    where: { userId },
    select: { provider: true, email: true, createdAt: true },
    orderBy: [{ createdAt: "asc" }, { provider: "asc" }],
  });
}

/**
 * Makes a person whom a provider vouches for: the address counts as confirmed, and there is no password. Null when the
 * address has an account.
 */
export async function insertVouchedPerson(
  db: Db,
  input: { email: string; name: string; now: Date },
): Promise<string | null> {
  const { email, name, now } = input;
  const id = newId("user");
  const { count } = await db.user.createMany({
    data: [{ id, email, name, emailVerifiedAt: now }],
    skipDuplicates: true,
  });
  return count === 1 ? id : null;
}
