import "server-only";
import { takeTry } from "../../credentials/throttle";
import { findUser } from "../../db/repos/user";
import { AppError } from "../../lib/errors";
import { verificationMail } from "./account-mails";
import { mailLink } from "./mail-link";
import type { PeopleDeps } from "./people-deps";

/**
 * Mails the person another link to confirm their address; the former one opens nothing any more. Nothing is sent when
 * it is confirmed already.
 * @throws AppError `too_many_requests`; `not_configured` where no mail can be sent
 */
export async function resendVerification(
  deps: PeopleDeps,
  input: { userId: string; address: string | null },
): Promise<void> {
  const user = await findUser(deps.db, input.userId);
  if (!user) throw new AppError("unauthenticated");
  if (user.emailVerifiedAt !== null) return;
  const { email } = user;
  await takeTry(deps, [
    { kind: "mail_account", subject: email },
    { kind: "mail_address", subject: input.address },
  ]);
  const appUrl = deps.env.APP_URL;
  const content = (token: string) => verificationMail({ to: email, appUrl, token });
  await mailLink(deps, { email, purpose: "verify_email", content });
}
