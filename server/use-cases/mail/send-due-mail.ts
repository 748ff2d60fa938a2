import "server-only";
import { SealError } from "../../credentials/seal";
import { claimTry, findDueMail, markMailFailed, markMailSent, noteMailError } from "../../db/repos/mail";
import type { StoredMail } from "../../db/repos/mail";
import { addMs } from "../../lib/clock";
import { AppError } from "../../lib/errors";
import { hasLocalMailbox } from "../../mail/local-mailbox";
import { openBody } from "../../mail/mail-body";
import { MailError } from "../../mail/smtp-failure";
import { sendMail } from "../../mail/transport";
import type { Deps } from "../deps";
import { backOffMs, givenUpAfterMs } from "./mail-schedule";

/** What became of a mail: nothing, when it was not due or another process had taken the try. */
export type MailOutcome = "sent" | "waiting" | "failed" | "not due";

type Failure = { sentence: string; isPermanent: boolean };

/** Why the mail did not go out; throws what is no matter of mails. */
function failureOf(error: unknown): Failure {
  if (error instanceof MailError) return { sentence: error.message, isPermanent: error.isPermanent };
  if (error instanceof SealError)
    return { sentence: `It cannot be opened: ${error.message}.`, isPermanent: true };
  if (error instanceof AppError && error.code === "not_configured") {
    return { sentence: error.message, isPermanent: false };
  }
  throw error;
}

async function tryToSend(deps: Deps, mail: StoredMail): Promise<Failure | null> {
  const { id, toAddress: to, sealedBody } = mail;
  if (sealedBody === null) return { sentence: "What it said is not known any more.", isPermanent: true };
  try {
    await sendMail(deps.env, { ...openBody(deps.env, id, sealedBody), id, to });
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

async function settleFailure(
  deps: Deps,
  mail: StoredMail,
  next: Date,
  failure: Failure,
): Promise<MailOutcome> {
  const { sentence, isPermanent } = failure;
  const facts = { mailId: mail.id, kind: mail.kind, tries: mail.tries + 1, reason: sentence };
  if (!isPermanent && next <= addMs(mail.createdAt, givenUpAfterMs)) {
    await noteMailError(deps.db, mail.id, sentence);
    deps.log.warn({ ...facts, nextTryAt: next }, "a mail was not sent; it is tried again");
    return "waiting";
  }
  await markMailFailed(deps.db, mail.id, sentence);
  deps.log.error(facts, "a mail is given up");
  return "failed";
}

/**
 * Sends a mail if it is due. The claim of the try puts the next one off, so that of several processes one sends; a
 * crash between the server's answer and our note of it sends the mail twice, under one Message-ID, and never none.
 */
export async function sendDueMail(deps: Deps, input: { mailId: string }): Promise<MailOutcome> {
  const { db, clock, env } = deps;
  const now = clock.now();
  const mail = await findDueMail(db, input.mailId, now);
  if (!mail) return "not due";
  const next = addMs(now, backOffMs(mail.tries + 1));
  if (!(await claimTry(db, mail, next))) return "not due";
  const failure = await tryToSend(deps, mail);
  if (failure) return await settleFailure(deps, mail, next, failure);
  await markMailSent(db, mail.id, { at: clock.now(), keepBody: hasLocalMailbox(env) });
  deps.log.info({ mailId: mail.id, kind: mail.kind }, "a mail was sent");
  return "sent";
}
