import "server-only";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
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

const view = {
  id: true,
  kind: true,
  toAddress: true,
  status: true,
  tries: true,
  nextTryAt: true,
  createdAt: true,
  sealedBody: true,
} as const;

/** A mail with its sealed body, which is null once it was forgotten. */
export type StoredMail = Prisma.MailGetPayload<{ select: typeof view }>;

/** Keeps a mail on its way. */
export async function insertMail(db: Db, mail: NewMail): Promise<void> {
  await db.mail.create({ data: mail, select: { id: true } });
}

/** A mail whose next try is due at `now`; null when it is not, or not any more. */
export function findDueMail(db: Db, id: string, now: Date): Promise<StoredMail | null> {
  return db.mail.findFirst({ where: { id, status: "queued", nextTryAt: { lte: now } }, select: view });
}

/** Mails whose next try is due, the longest waiting first. */
export async function listDueMails(
  db: Db,
  now: Date,
  limit: number,
): Promise<{ id: string; tries: number }[]> {
  return await db.mail.findMany({
    where: { status: "queued", nextTryAt: { lte: now } },
    select: { id: true, tries: true },
    orderBy: { nextTryAt: "asc" },
    take: limit,
  });
}

/** Compare-and-set: takes the try that is due, and puts the next one off. Tells whether it was still to be had. */
export async function claimTry(
  db: Db,
  mail: Pick<StoredMail, "id" | "nextTryAt">,
  nextTryAt: Date,
): Promise<boolean> {
  const { count } = await db.mail.updateMany({
    where: { id: mail.id, status: "queued", nextTryAt: mail.nextTryAt },
    data: { nextTryAt, tries: { increment: 1 } },
  });
  return count === 1;
}

/** A mail is out. What it said is forgotten, unless it is to be shown. */
export async function markMailSent(
  db: Db,
  id: string,
  input: { at: Date; keepBody: boolean },
): Promise<void> {
  await db.mail.updateMany({
    where: { id, status: "queued" },
    data: { status: "sent", sentAt: input.at, error: null, ...(!input.keepBody && { sealedBody: null }) },
  });
}

/** Why a try failed; the next one is due already. */
export async function noteMailError(db: Db, id: string, error: string): Promise<void> {
  await db.mail.updateMany({ where: { id, status: "queued" }, data: { error } });
}

/** A mail is given up, and what it said forgotten. */
export async function markMailFailed(db: Db, id: string, error: string): Promise<void> {
  await db.mail.updateMany({
    where: { id, status: "queued" },
    data: { status: "failed", error, sealedBody: null },
  });
}

/** The newest mails whose words are still there, of one address if one is named. */
export function listMailsWithBody(
  db: Db,
  input: { to?: string | undefined; limit: number },
): Promise<StoredMail[]> {
  const { to, limit } = input;
  return db.mail.findMany({
    where: { sealedBody: { not: null }, ...(to !== undefined && { toAddress: to }) },
    select: view,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
  });
}

/** Forgets mails older than `before`, whatever became of them. */
export async function deleteMailsBefore(db: Db, before: Date): Promise<void> {
  await db.mail.deleteMany({ where: { createdAt: { lt: before } } });
}
