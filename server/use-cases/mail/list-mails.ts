import "server-only";
import type { MailDto } from "../../contracts/mailbox";
import { SealError } from "../../credentials/seal";
import { listMailsWithBody } from "../../db/repos/mail";
import type { StoredMail } from "../../db/repos/mail";
import { AppError } from "../../lib/errors";
import { hasLocalMailbox } from "../../mail/local-mailbox";
import { openBody } from "../../mail/mail-body";
import type { Deps } from "../deps";

const limit = 50;
const address = /https?:\/\/\S+/g;

function wordsOf(deps: Pick<Deps, "env">, mail: StoredMail): { subject: string; text: string } {
  try {
    return openBody(deps.env, mail.id, mail.sealedBody ?? "");
  } catch (error) {
    const isUnreadable =
      error instanceof SealError || (error instanceof AppError && error.code === "not_configured");
    if (!isUnreadable) throw error;
    return {
      subject: `${mail.kind}: not to be opened`,
      text: `This mail cannot be opened: ${error.message}.`,
    };
  }
}

/** The local mailbox, newest first. To everybody it does not exist unless the operator has turned it on. */
export async function listMails(
  deps: Pick<Deps, "db" | "env">,
  input: { to?: string | undefined },
): Promise<MailDto[]> {
  if (!hasLocalMailbox(deps.env)) throw new AppError("not_found");
  const mails = await listMailsWithBody(deps.db, { to: input.to?.trim().toLowerCase(), limit });
  return mails.map((mail) => {
    const { subject, text } = wordsOf(deps, mail);
    const { id, toAddress: to, status, createdAt } = mail;
    return { id, to, subject, text, links: text.match(address) ?? [], status, createdAt };
  });
}
