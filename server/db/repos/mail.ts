import "server-only";
import type { Db } from "../client";
import type { MailStatus } from "../generated/enums";

export type NewMail = {
  id: string;
  kind: string;
  toAddress: string;
  sealedBody: string;
  status: MailStatus;
  createdAt: Date;
  nextTryAt: Date;
  sentAt: Date | null;
};

/** Keeps a mail on its way. */
export async function insertMail(db: Db, mail: NewMail): Promise<void> {
  await db.mail.create({ data: mail, select: { id: true } });
}
