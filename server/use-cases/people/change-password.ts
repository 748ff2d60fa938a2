import "server-only";
import { refuseCommonPassword } from "../../credentials/people/common-passwords";
import { hashPassword } from "../../credentials/people/password";
import { setPasswordHash } from "../../db/repos/user";
import { queueMail } from "../../mail/queue-mail";
import { postMails } from "../sign-in/post-mails";
import { passwordChangedMail } from "./account-notices";
import { checkOwnPassword } from "./check-own-password";
import { endAllBut } from "./end-all-but";
import type { PeopleDeps } from "./people-deps";

type Input = {
  userId: string;
  /** The one that stays open. */
  sessionId: string;
  current: string | undefined;
  password: string;
};

/**
 * Gives somebody signed in another password, or a first one. Every other session and every mailed link ends, and a
 * mail tells of it.
 * @throws AppError `invalid_input` at `current` or `password`; `too_many_requests`
 */
export async function changePassword(deps: PeopleDeps, input: Input): Promise<void> {
  const { userId, sessionId, current, password } = input;
  const user = await checkOwnPassword(deps, { userId, password: current, field: "current" });
  await refuseCommonPassword(password, user);
  const passwordHash = await hashPassword(password);
  const mailId = await deps.db.$transaction(async (db) => {
    await setPasswordHash(db, userId, passwordHash);
    await endAllBut(deps, db, { userId, sessionId });
    return await queueMail(deps, db, passwordChangedMail({ to: user.email, appUrl: deps.env.APP_URL }));
  });
  await postMails(deps, [mailId]);
}
