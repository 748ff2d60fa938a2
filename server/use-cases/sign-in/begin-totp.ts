import "server-only";
import { renderSVG } from "uqr";
import { newTotp, totpContext } from "../../credentials/people/totp";
import { sealerOf } from "../../credentials/seal";
import { keepTotpSecret } from "../../db/repos/second-factor";
import { findUser } from "../../db/repos/user";
import { AppError } from "../../lib/errors";
import { unverifiedEmailOf } from "../people/require-verified-email";
import type { SignInDeps } from "./sign-in-deps";

/**
 * Begins the set-up of an authenticator app: a new secret, in force only once a code of it was typed. Somebody who has
 * not confirmed their address may not, where mail can be sent: they could lock its true owner out.
 * @throws AppError `conflict` when one is in force; `forbidden` while the address is not confirmed.
 */
export async function beginTotp(
  deps: SignInDeps,
  { userId }: { userId: string },
): Promise<{ secret: string; uri: string; qrSvg: string }> {
  const person = await findUser(deps.db, userId);
  if (!person) throw new AppError("unauthenticated");
  if ((await unverifiedEmailOf(deps, userId)) !== null) {
    throw new AppError("forbidden", {
      userMessage: "Please confirm your e-mail address first; the link is in the mail we sent you.",
    });
  }
  const { secret, uri } = newTotp(person.email);
  const sealed = sealerOf(deps.env).seal(secret, totpContext(userId));
  if (!(await keepTotpSecret(deps.db, userId, sealed))) {
    throw new AppError("conflict", {
      userMessage: "Two-factor sign-in is on already. Turn it off first to set up another app.",
    });
  }
  return { secret, uri, qrSvg: renderSVG(uri, { border: 2 }) };
}
