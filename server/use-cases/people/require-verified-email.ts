import "server-only";
import type { Db } from "../../db/client";
import { findUser } from "../../db/repos/user";
import type { Env } from "../../lib/env";
import { AppError } from "../../lib/errors";
import { canSendMail } from "../../mail/queue-mail";

/**
 * The address that this person has to confirm before anything is connected; null when it is confirmed, or when this
 * server can send no mail to ask for it.
 */
export async function unverifiedEmailOf(deps: { db: Db; env: Env }, userId: string): Promise<string | null> {
  if (!canSendMail(deps.env)) return null;
  const user = await findUser(deps.db, userId);
  return user && user.emailVerifiedAt === null ? user.email : null;
}

/**
 * Turns away somebody whose address is not proved: what they connect would be taken over by whoever it really belongs
 * to.
 * @throws AppError `forbidden` with what to do
 */
export async function requireVerifiedEmail(deps: { db: Db; env: Env }, userId: string): Promise<void> {
  const email = await unverifiedEmailOf(deps, userId);
  if (email === null) return;
  throw new AppError("forbidden", {
    userMessage: `Please confirm your address first: press the link in the mail we sent to ${email}, then connect. No mail? Ask for another one under Account.`,
    details: { reason: "email_not_verified" },
  });
}
