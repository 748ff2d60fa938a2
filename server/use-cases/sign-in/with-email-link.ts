import "server-only";
import { mailedTokenInput } from "../../contracts/security";
import { redeemMailToken } from "../../credentials/people/mail-token";
import { giveBack, takeTry } from "../../credentials/throttle";
import type { Try } from "../../credentials/throttle";
import type { Transaction } from "../../db/client";
import { findEnteringPerson, forgetPassword, lockPerson } from "../../db/repos/entering-person";
import type { EnteringPerson } from "../../db/repos/entering-person";
import { revokeSessionsOf } from "../../db/repos/session";
import { markEmailVerified } from "../../db/repos/user";
import { AppError } from "../../lib/errors";
import { queueMail } from "../../mail/queue-mail";
import { postMails } from "./post-mails";
import { securityNotice } from "./security-notice";
import type { SignInDeps } from "./sign-in-deps";

/**
 * Whom a mailed link lets in; it is used up by that, and the address counts as confirmed. Null when it opens nothing
 * (any more). If nobody had confirmed the address before, the account may have been made by somebody else: its password
 * is forgotten then and its sessions end, so that they cannot wait inside for the address's owner.
 * @throws AppError `too_many_requests` when links are being guessed.
 */
export async function signInWithEmailLink(
  deps: SignInDeps,
  credentials: unknown,
  from: { address: string | null },
): Promise<{ userId: string } | null> {
  const tries: Try[] = [{ kind: "token_address", subject: from.address }];
  await takeTry(deps, tries);
  const parsed = mailedTokenInput.safeParse(credentials);
  if (!parsed.success) return null;
  const entry = await deps.db.$transaction(async (db) => await redeem(deps, db, parsed.data.token));
  if (!entry) return null;
  await giveBack(deps, tries);
  await postMails(deps, [entry.mailId]);
  return { userId: entry.userId };
}

async function redeem(deps: SignInDeps, db: Transaction, token: string) {
  const holder = await holderOf(deps, db, token);
  if (!holder) return null;
  await lockPerson(db, holder.userId);
  const person = await findEnteringPerson(db, holder.userId);
  // The link speaks for an address that is not this person's any more.
  if (person?.email !== holder.email) return null;
  const mailId = person.isEmailVerified ? null : await takeOver(deps, db, person);
  return { userId: person.userId, mailId };
}

async function holderOf(deps: SignInDeps, db: Transaction, token: string) {
  try {
    return await redeemMailToken({ ...deps, db }, { purpose: "sign_in", token });
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid_input") return null;
    throw error;
  }
}

async function takeOver(deps: SignInDeps, db: Transaction, person: EnteringPerson): Promise<string | null> {
  const now = deps.clock.now();
  await markEmailVerified(db, { userId: person.userId, email: person.email, now });
  await revokeSessionsOf(db, person.userId, { now });
  if (!person.hasPassword) return null;
  await forgetPassword(db, person.userId);
  return await queueMail(deps, db, securityNotice("password_forgotten", person.email, deps.env.APP_URL));
}
