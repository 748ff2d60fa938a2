import "server-only";
import { refuseCommonPassword } from "../../credentials/people/common-passwords";
import { peekMailToken } from "../../credentials/people/mail-token";
import { hashPassword } from "../../credentials/people/password";
import { giveBack, takeTry } from "../../credentials/throttle";
import type { Try } from "../../credentials/throttle";
import type { Transaction } from "../../db/client";
import { findUser, markEmailVerified, setPasswordHash } from "../../db/repos/user";
import { AppError } from "../../lib/errors";
import { queueMail } from "../../mail/queue-mail";
import { postMails } from "../sign-in/post-mails";
import { passwordChangedMail } from "./account-notices";
import { endAllBut } from "./end-all-but";
import type { PeopleDeps } from "./people-deps";
import { redeemLink } from "./redeem-link";

const purpose = "reset_password";

type Input = { token: string; password: string; address: string | null };

/**
 * Gives the holder of a mailed link another password. Every session and every other mailed link ends, the address
 * counts as confirmed, and a mail tells of it. A second factor stays in force.
 * @throws AppError `invalid_input` when the link opens nothing any more, or at the password; `too_many_requests`
 */
export async function resetPassword(deps: PeopleDeps, input: Input): Promise<void> {
  const { token, password, address } = input;
  const tries: Try[] = [{ kind: "token_address", subject: address }];
  await takeTry(deps, tries);
  const { userId, email } = await peekMailToken(deps, { purpose, token });
  const user = await findUser(deps.db, userId);
  await refuseCommonPassword(password, { name: user?.name ?? "", email });
  const passwordHash = await hashPassword(password);
  const mailId = await deps.db.$transaction((db) => setPassword(deps, db, { token, passwordHash }));
  await giveBack(deps, [...tries, { kind: "sign_in_account", subject: email }]);
  await postMails(deps, [mailId]);
}

async function setPassword(
  deps: PeopleDeps,
  db: Transaction,
  input: { token: string; passwordHash: string },
): Promise<string | null> {
  const { user, email } = await redeemLink(deps, db, { purpose, token: input.token });
  const isTheirs = await markEmailVerified(db, { userId: user.id, email, now: deps.clock.now() });
  if (!isTheirs) {
    throw new AppError("invalid_input", {
      userMessage: `This link was mailed to ${email}, which is not the account's address any more.`,
    });
  }
  await setPasswordHash(db, user.id, input.passwordHash);
  await endAllBut(deps, db, { userId: user.id, sessionId: null });
  return await queueMail(deps, db, passwordChangedMail({ to: email, appUrl: deps.env.APP_URL }));
}
