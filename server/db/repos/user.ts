import "server-only";
import { newId } from "../../lib/ids";
import type { Db } from "../client";

export type UserCredentials = { id: string; name: string; email: string; passwordHash: string | null };

/** The person with this e-mail (lower case) and their password hash, for sign-in alone. */
export async function findUserCredentials(db: Db, email: string): Promise<UserCredentials | null> {
  return await db.user.findUnique({
    where: { email },
    select: { id: true, name: true, email: true, passwordHash: true },
  });
}

/** Stores a person unless the e-mail is taken; says which. Safe against two sign-ups at once. */
export async function insertUserOnce(
  db: Db,
  input: { name: string; email: string; passwordHash: string },
): Promise<"inserted" | "taken"> {
  const { count } = await db.user.createMany({
    data: [{ id: newId("user"), ...input }],
    skipDuplicates: true,
  });
  return count === 1 ? "inserted" : "taken";
}
