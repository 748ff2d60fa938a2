import "server-only";
import { AppError } from "../../lib/errors";
import { newId } from "../../lib/ids";
import type { Db } from "../client";
import { Prisma } from "../generated/client";

export type UserCredentials = { id: string; name: string; email: string; passwordHash: string | null };

const credentialColumns = { id: true, name: true, email: true, passwordHash: true } as const;

/** The person with this e-mail (lower case) and their password hash, for sign-in alone. */
export async function findUserCredentials(db: Db, email: string): Promise<UserCredentials | null> {
  return await db.user.findUnique({ where: { email }, select: credentialColumns });
}

/** A person and their password hash, to ask somebody signed in for it once more. */
export async function findOwnCredentials(db: Db, userId: string): Promise<UserCredentials | null> {
  return await db.user.findUnique({ where: { id: userId }, select: credentialColumns });
}

/** A person as others may be told of them, and since when their address is proved. */
export type UserFacts = { id: string; name: string; email: string; emailVerifiedAt: Date | null };

const factColumns = { id: true, name: true, email: true, emailVerifiedAt: true } as const;

/** The person with this e-mail (lower case), or null. */
export async function findUserByEmail(db: Db, email: string): Promise<UserFacts | null> {
  return await db.user.findUnique({ where: { email }, select: factColumns });
}

/** The person with this id, or null. */
export async function findUser(db: Db, userId: string): Promise<UserFacts | null> {
  return await db.user.findUnique({ where: { id: userId }, select: factColumns });
}

/** A person with the ways in that they have set up. */
export type Account = UserFacts & { hasPassword: boolean; totpEnabledAt: Date | null };

/** A person's own account, or null. */
export async function findAccount(db: Db, userId: string): Promise<Account | null> {
  const row = await db.user.findUnique({
    where: { id: userId },
    select: { ...factColumns, passwordHash: true, totpEnabledAt: true },
  });
  if (!row) return null;
  const { passwordHash, ...account } = row;
  return { ...account, hasPassword: passwordHash !== null };
}

/** Stores a person unless the e-mail is taken, and says who has it now. Safe against two sign-ups at once. */
export async function insertUserOnce(
  db: Db,
  input: { name: string; email: string; passwordHash: string },
): Promise<{ isNew: boolean; user: UserFacts }> {
  const { count } = await db.user.createMany({
    data: [{ id: newId("user"), ...input }],
    skipDuplicates: true,
  });
  const user = await db.user.findUniqueOrThrow({ where: { email: input.email }, select: factColumns });
  return { isNew: count === 1, user };
}

/** Changes what a person is called. */
export async function renameUser(db: Db, userId: string, name: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { name }, select: { id: true } });
}

/** Gives a person another password. */
export async function setPasswordHash(db: Db, userId: string, passwordHash: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { passwordHash }, select: { id: true } });
}

/**
 * Notes that a person has proved an address, if it is still theirs; a first time stays. False when they have another
 * one by now.
 */
export async function markEmailVerified(
  db: Db,
  input: { userId: string; email: string; now: Date },
): Promise<boolean> {
  const { userId, email, now } = input;
  await db.user.updateMany({
    where: { id: userId, email, emailVerifiedAt: null },
    data: { emailVerifiedAt: now },
  });
  return (await db.user.count({ where: { id: userId, email } })) === 1;
}

/**
 * Gives a person another address, proved at `now`. The unique index decides between two who want it at once. Within a
 * transaction the refusal ends it.
 * @throws AppError `conflict` when somebody else has the address
 */
export async function setEmail(db: Db, input: { userId: string; email: string; now: Date }): Promise<void> {
  const { userId, email, now } = input;
  try {
    await db.user.update({
      where: { id: userId },
      data: { email, emailVerifiedAt: now },
      select: { id: true },
    });
  } catch (cause) {
    if (!isTaken(cause)) throw cause;
    throw new AppError("conflict", {
      userMessage: "Another account has this address by now, so yours was not changed.",
      cause,
    });
  }
}

/** Whether the database refused a row because another one has its unique value. */
function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
