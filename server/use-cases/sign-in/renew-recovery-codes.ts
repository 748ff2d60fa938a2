import "server-only";
import { findSecondFactor } from "../../db/repos/second-factor";
import { changeTotp } from "./change-totp";
import type { FactorOwner } from "./change-totp";
import { checkSecondFactor, notInForce } from "./check-second-factor";
import type { SignInDeps } from "./sign-in-deps";

/** Gives ten new recovery codes in place of all former ones, by a code. Errors as `checkSecondFactor`. */
export async function renewRecoveryCodes(
  deps: SignInDeps,
  input: FactorOwner & { code: string },
): Promise<{ codes: string[] }> {
  const { code, ...owner } = input;
  await checkSecondFactor(deps, { userId: owner.userId, code });
  const codes = await changeTotp(deps, owner, "recovery_codes_renewed", async (db) => {
    const factor = await findSecondFactor(db, owner.userId);
    if (!factor?.totpEnabledAt) throw notInForce();
  });
  return { codes };
}
