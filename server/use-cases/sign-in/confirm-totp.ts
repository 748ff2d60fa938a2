import "server-only";
import { totpContext, totpStepOf } from "../../credentials/people/totp";
import { sealerOf } from "../../credentials/seal";
import { giveBack, takeTry } from "../../credentials/throttle";
import type { Try } from "../../credentials/throttle";
import { enableTotp, findSecondFactor } from "../../db/repos/second-factor";
import { AppError } from "../../lib/errors";
import { changeTotp } from "./change-totp";
import type { FactorOwner } from "./change-totp";
import { wrongCode } from "./check-second-factor";
import type { SignInDeps } from "./sign-in-deps";

/**
 * Puts the authenticator in force whose set-up was begun, once its first code is right, and returns ten recovery codes.
 * Every other session ends.
 * @throws AppError `invalid_input` for a wrong code; `conflict` when no set-up was begun, or another one since;
 *   `too_many_requests`.
 */
export async function confirmTotp(
  deps: SignInDeps,
  input: FactorOwner & { code: string },
): Promise<{ codes: string[] }> {
  const { code, ...owner } = input;
  const { userId } = owner;
  const tries: Try[] = [{ kind: "second_factor", subject: userId }];
  await takeTry(deps, tries);
  const sealedTotpSecret = await begunSecret(deps, userId);
  const now = deps.clock.now();
  const step = totpStepOf(sealerOf(deps.env).open(sealedTotpSecret, totpContext(userId)), code, now);
  if (step === null) {
    throw wrongCode(
      "That is not the code your app shows now. Check the app's clock, and type the newest code.",
    );
  }
  const codes = await changeTotp(deps, owner, "totp_enabled", async (db) => {
    if (!(await enableTotp(db, userId, { sealedTotpSecret, step, now }))) throw begunAnew();
  });
  await giveBack(deps, tries);
  return { codes };
}

async function begunSecret(deps: SignInDeps, userId: string): Promise<string> {
  const factor = await findSecondFactor(deps.db, userId);
  if (!factor?.sealedTotpSecret || factor.totpEnabledAt !== null) throw begunAnew();
  return factor.sealedTotpSecret;
}

function begunAnew(): AppError {
  return new AppError("conflict", {
    userMessage: "This set-up is not the newest one any more. Reload the page and begin again.",
  });
}
