import "server-only";
import { newId } from "../../lib/ids";
import type { Db } from "../client";

/** Gives a person these recovery codes (as hashes) in place of all former ones; none for an empty list. */
export async function replaceRecoveryCodes(
  db: Db,
  userId: string,
  codeHashes: readonly string[],
): Promise<void> {
  await db.recoveryCode.deleteMany({ where: { userId } });
  await db.recoveryCode.createMany({
    data: codeHashes.map((codeHash) => ({ id: newId("recoveryCode"), userId, codeHash })),
  });
}

/** Uses a recovery code up, at most once ever. False when the person has no such code, or used it before. */
export async function takeRecoveryCode(
  db: Db,
  input: { userId: string; codeHash: string; now: Date },
): Promise<boolean> {
  const { userId, codeHash, now } = input;
  const { count } = await db.recoveryCode.updateMany({
    where: { userId, codeHash, usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}

/** How many of a person's recovery codes were not used yet. */
export async function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  return await db.recoveryCode.count({ where: { userId, usedAt: null } });
}
