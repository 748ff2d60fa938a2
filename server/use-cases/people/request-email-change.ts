import "server-only";
import { issueMailToken } from "../../credentials/people/mail-token";
import { takeTry } from "../../credentials/throttle";
import { findUserByEmail } from "../../db/repos/user";
import type { UserCredentials } from "../../db/repos/user";
import { AppError } from "../../lib/errors";
import { canSendMail, queueMail } from "../../mail/queue-mail";
import { postMails } from "../sign-in/post-mails";
import { addressInUseMail, newAddressMail } from "./account-mails";
import { changeAskedMail } from "./account-notices";
import { checkOwnPassword } from "./check-own-password";
import type { PeopleDeps } from "./people-deps";

type Input = { userId: string; email: string; password: string | undefined; address: string | null };

/**
 * Mails a link to the address that a person wants to use from now on, and tells the present one. An address that has
 * an account already gets a mail that says so instead; the answer and the work are the same.
 * @throws AppError `invalid_input` at `email` or `password`; `too_many_requests`; `not_configured` where no mail can
 * be sent
 */
export async function requestEmailChange(deps: PeopleDeps, input: Input): Promise<void> {
  const { userId, email, password, address } = input;
  if (!canSendMail(deps.env)) {
    throw new AppError("not_configured", {
      userMessage: "This server sends no mail, so a new address cannot be confirmed. Ask whoever runs it.",
    });
  }
  const user = await checkOwnPassword(deps, { userId, password, field: "password" });
  if (user.email === email) {
    throw new AppError("invalid_input", {
      userMessage: "This is your address already.",
      details: { field: "email" },
    });
  }
  await takeTry(deps, [
    { kind: "mail_account", subject: email },
    { kind: "mail_address", subject: address },
  ]);
  await postMails(deps, await queueBoth(deps, user, email));
}

async function queueBoth(deps: PeopleDeps, user: UserCredentials, email: string) {
  const appUrl = deps.env.APP_URL;
  return await deps.db.$transaction(async (db) => {
    const isTaken = (await findUserByEmail(db, email)) !== null;
    const holder = { purpose: "change_email", userId: user.id, email } as const;
    const token = await issueMailToken({ db, clock: deps.clock }, holder);
    const toNew = isTaken
      ? addressInUseMail({ to: email, appUrl })
      : newAddressMail({ to: email, appUrl, token, name: user.name });
    return [
      await queueMail(deps, db, toNew),
      await queueMail(deps, db, changeAskedMail({ to: user.email, appUrl, newEmail: email })),
    ];
  });
}
