import "server-only";
import { clearTotp } from "../../db/repos/second-factor";
import { changeTotp } from "./change-totp";
import type { FactorOwner } from "./change-totp";
import { checkSecondFactor } from "./check-second-factor";
import type { SignInDeps } from "./sign-in-deps";

/** Turns the second factor off, by a code of it. Errors as `checkSecondFactor`. */
export async function disableTotp(deps: SignInDeps, input: FactorOwner & { code: string }): Promise<void> {
  const { code, ...owner } = input;
  await checkSecondFactor(deps, { userId: owner.userId, code });
  await changeTotp(deps, owner, "totp_disabled", (db) => clearTotp(db, owner.userId));
}
