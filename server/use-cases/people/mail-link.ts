import "server-only";
import { issueMailToken } from "../../credentials/people/mail-token";
import type { MailTokenPurpose } from "../../db/generated/enums";
import { findUserByEmail } from "../../db/repos/user";
import { withdrawMail } from "../../db/repos/withdrawn-mail";
import { AppError } from "../../lib/errors";
import type { MailContent } from "../../mail/mail-content";
import { canSendMail, queueMail } from "../../mail/queue-mail";
import { postMails } from "../sign-in/post-mails";
import type { PeopleDeps } from "./people-deps";

type Link = {
  email: string;
  purpose: MailTokenPurpose;
  /** What the mail says, given the secret that belongs into its link. */
  content: (token: string) => MailContent;
};

/** An id that nobody has. */
const nobody = "";

/**
 * Mails a link to whoever has this address; to nobody when no account has it. Either way the same statements run, one
 * transaction is committed and the engine is told of one mail, so that neither answer nor time tells who has an
 * account: a mail to nobody is written and taken back. Count the try first.
 * @throws AppError `not_configured` where no mail can be sent, whoever is asked about
 */
export async function mailLink(deps: PeopleDeps, { email, purpose, content }: Link): Promise<void> {
  if (!canSendMail(deps.env)) {
    throw new AppError("not_configured", {
      userMessage: "This server sends no mail. Ask whoever runs it for a link.",
    });
  }
  const user = await findUserByEmail(deps.db, email);
  const mailId = await deps.db.$transaction(async (db) => {
    const holder = { purpose, userId: user?.id ?? nobody, email };
    const token = await issueMailToken({ db, clock: deps.clock }, holder);
    const id = await queueMail(deps, db, content(token));
    await withdrawMail(db, user ? null : id);
    return id;
  });
  await postMails(deps, [mailId]);
}
