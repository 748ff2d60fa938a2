import "server-only";
import { giveBack, takeTry } from "../../credentials/throttle";
import type { Try } from "../../credentials/throttle";
import type { Transaction } from "../../db/client";
import { deleteMailTokensOf } from "../../db/repos/mail-token";
import { setEmail } from "../../db/repos/user";
import { queueMail } from "../../mail/queue-mail";
import { postMails } from "../sign-in/post-mails";
import { arrivedAddressMail, leftAddressMail } from "./account-notices";
import { endAllBut } from "./end-all-but";
import type { PeopleDeps } from "./people-deps";
import { redeemLink } from "./redeem-link";

type Input = {
  token: string;
  address: string | null;
  /** Who pressed the link, when they are signed in: if it is their own account, this session stays open. */
  viewer: { userId: string; sessionId: string } | null;
};

/**
 * Moves an account to the address that a mailed link was sent to. Every other session and every mailed link ends, and
 * both addresses are told.
 * @throws AppError `invalid_input` when the link opens nothing any more; `conflict` when another account has taken the
 * address meanwhile; `too_many_requests`
 */
export async function confirmEmailChange(deps: PeopleDeps, input: Input): Promise<void> {
  const tries: Try[] = [{ kind: "token_address", subject: input.address }];
  await takeTry(deps, tries);
  const mailIds = await deps.db.$transaction((db) => moveAccount(deps, db, input));
  await giveBack(deps, tries);
  await postMails(deps, mailIds);
}

async function moveAccount(deps: PeopleDeps, db: Transaction, { token, viewer }: Input) {
  const { user, email } = await redeemLink(deps, db, { purpose: "change_email", token });
  await setEmail(db, { userId: user.id, email, now: deps.clock.now() });
  const sessionId = viewer?.userId === user.id ? viewer.sessionId : null;
  await endAllBut(deps, db, { userId: user.id, sessionId });
  await deleteMailTokensOf(db, user.id, ["verify_email"]);
  return [
    await queueMail(deps, db, leftAddressMail({ to: user.email, newEmail: email })),
    await queueMail(deps, db, arrivedAddressMail({ to: email, appUrl: deps.env.APP_URL })),
  ];
}
