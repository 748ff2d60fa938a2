import "server-only";
import { refuseCommonPassword } from "../../credentials/people/common-passwords";
import { issueMailToken } from "../../credentials/people/mail-token";
import { hashPassword } from "../../credentials/people/password";
import { takeTry } from "../../credentials/throttle";
import type { Transaction } from "../../db/client";
import { insertUserOnce } from "../../db/repos/user";
import { canSendMail, queueMail } from "../../mail/queue-mail";
import { postMails } from "../sign-in/post-mails";
import { accountExistsMail, verificationMail } from "./account-mails";
import type { PeopleDeps } from "./people-deps";

type Account = { name: string; email: string; passwordHash: string };

/**
 * Makes an account and mails a link that proves its address. When the address has an account already, that one stays
 * as it is and its owner is told by mail; the answer, the statements and the number of mails are the same. Whoever
 * signs up then signs in, and only the right password gets them in.
 * @throws AppError `invalid_input` for a password that is tried first; `too_many_requests`
 */
export async function signUp(
  deps: PeopleDeps,
  input: { name: string; email: string; password: string; address: string | null },
): Promise<{ email: string }> {
  const { name, email, password, address } = input;
  await refuseCommonPassword(password, { name, email });
  await takeTry(deps, [
    { kind: "sign_up_address", subject: address },
    { kind: "mail_account", subject: email },
  ]);
  const passwordHash = await hashPassword(password);
  const mailId = await deps.db.$transaction((db) => makeAccount(deps, db, { name, email, passwordHash }));
  await postMails(deps, [mailId]);
  return { email };
}

async function makeAccount(deps: PeopleDeps, db: Transaction, account: Account): Promise<string | null> {
  const { isNew, user } = await insertUserOnce(db, account);
  if (!canSendMail(deps.env)) return null;
  const purpose = isNew ? "verify_email" : "reset_password";
  const mailOf = isNew ? verificationMail : accountExistsMail;
  const { id: userId, email } = user;
  const token = await issueMailToken({ db, clock: deps.clock }, { purpose, userId, email });
  return await queueMail(deps, db, mailOf({ to: email, appUrl: deps.env.APP_URL, token }));
}
