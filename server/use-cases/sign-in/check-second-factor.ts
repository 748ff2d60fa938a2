import "server-only";
import { recoveryCodeHash } from "../../credentials/people/recovery-codes";
import { totpContext, totpStepOf } from "../../credentials/people/totp";
import { sealerOf } from "../../credentials/seal";
import { giveBack, takeTry } from "../../credentials/throttle";
import type { Try } from "../../credentials/throttle";
import { takeRecoveryCode } from "../../db/repos/recovery-code";
import { findSecondFactor, takeTotpStep } from "../../db/repos/second-factor";
import { AppError } from "../../lib/errors";
import type { SignInDeps } from "./sign-in-deps";

type CheckDeps = Pick<SignInDeps, "db" | "clock" | "env">;

/** What was used up: the code of a 30-second step, or a recovery code. */
export type UsedFactor = "totp" | "recovery_code";

/**
 * Uses up the code of a second factor that is in force: six digits of the present step or its neighbours, each step
 * once, or a recovery code, once. Tries are counted per person before the code is looked at.
 * @throws AppError `too_many_requests`; `invalid_input` for a wrong or used code; `conflict` when none is in force.
 */
export async function checkSecondFactor(
  deps: CheckDeps,
  input: { userId: string; code: string },
): Promise<UsedFactor> {
  const tries: Try[] = [{ kind: "second_factor", subject: input.userId }];
  await takeTry(deps, tries);
  const used = /^\d{6}$/.test(input.code) ? await takeTotp(deps, input) : await takeRecovery(deps, input);
  await giveBack(deps, tries);
  return used;
}

async function takeTotp(deps: CheckDeps, { userId, code }: { userId: string; code: string }) {
  const secret = await openTotpSecret(deps, userId);
  const step = totpStepOf(secret, code, deps.clock.now());
  if (step === null) throw wrongCode("That is not the code your app shows now. Type the newest one.");
  if (!(await takeTotpStep(deps.db, userId, step))) {
    throw wrongCode("That code was used already. Wait for the next one.");
  }
  return "totp" as const;
}

async function openTotpSecret(deps: CheckDeps, userId: string): Promise<string> {
  const factor = await findSecondFactor(deps.db, userId);
  if (!factor?.sealedTotpSecret || factor.totpEnabledAt === null) throw notInForce();
  return sealerOf(deps.env).open(factor.sealedTotpSecret, totpContext(userId));
}

async function takeRecovery(deps: CheckDeps, { userId, code }: { userId: string; code: string }) {
  const isTaken = await takeRecoveryCode(deps.db, {
    userId,
    codeHash: recoveryCodeHash(code),
    now: deps.clock.now(),
  });
  if (!isTaken) throw wrongCode("That is none of your recovery codes, or it was used already.");
  return "recovery_code" as const;
}

/** A code that opens nothing, shown at its field. */
export function wrongCode(userMessage: string): AppError {
  return new AppError("invalid_input", { userMessage, details: { field: "code" } });
}

/** Nothing to check a code against. */
export function notInForce(): AppError {
  return new AppError("conflict", { userMessage: "Two-factor sign-in is not on for your account." });
}
