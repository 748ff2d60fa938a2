import "server-only";
import type { Db } from "../client";

export type SecondFactor = {
  email: string;
  sealedTotpSecret: string | null;
  /** Null while it is not in force: then no code is asked for. */
  totpEnabledAt: Date | null;
};

/** A person's authenticator, and the address that it is named after. Null when there is no such person. */
export async function findSecondFactor(db: Db, userId: string): Promise<SecondFactor | null> {
  return await db.user.findUnique({
    where: { id: userId },
    select: { email: true, sealedTotpSecret: true, totpEnabledAt: true },
  });
}

/** Keeps the secret of a set-up that was begun, in place of a former one. False when one is in force already. */
export async function keepTotpSecret(db: Db, userId: string, sealedTotpSecret: string): Promise<boolean> {
  const { count } = await db.user.updateMany({
    where: { id: userId, totpEnabledAt: null },
    data: { sealedTotpSecret, totpLastStep: null },
  });
  return count === 1;
}

/** Puts the very secret that was checked in force, and notes the step of the code. False when it was not that any more. */
export async function enableTotp(
  db: Db,
  userId: string,
  input: { sealedTotpSecret: string; step: number; now: Date },
): Promise<boolean> {
  const { sealedTotpSecret, step, now } = input;
  const { count } = await db.user.updateMany({
    where: { id: userId, sealedTotpSecret, totpEnabledAt: null },
    data: { totpEnabledAt: now, totpLastStep: step },
  });
  return count === 1;
}

/** Uses the code of a 30-second step up. False when it, or that of a later step, was used before. */
export async function takeTotpStep(db: Db, userId: string, step: number): Promise<boolean> {
  const { count } = await db.user.updateMany({
    where: {
      id: userId,
      totpEnabledAt: { not: null },
      OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }],
    },
    data: { totpLastStep: step },
  });
  return count === 1;
}

/** Takes the authenticator away; from now on no code is asked for. */
export async function clearTotp(db: Db, userId: string): Promise<void> {
  await db.user.updateMany({
    where: { id: userId },
    data: { sealedTotpSecret: null, totpEnabledAt: null, totpLastStep: null },
  });
}
