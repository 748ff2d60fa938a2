import "server-only";
import { newRecoveryCodes, recoveryCodeHash } from "../../credentials/people/recovery-codes";
import { lockPerson } from "../../db/repos/entering-person";
import { replaceRecoveryCodes } from "../../db/repos/recovery-code";
import { revokeSessionsOf } from "../../db/repos/session";
import type { Transaction } from "../../db/client";
import { queueMail } from "../../mail/queue-mail";
import { postMails } from "./post-mails";
import { securityNotice } from "./security-notice";
import type { SecurityNotice } from "./security-notice";
import type { SignInDeps } from "./sign-in-deps";

/** Who changes their second factor, in which session: that one stays open. */
export type FactorOwner = { userId: string; email: string; sessionId: string };

/**
 * Changes a person's second factor: the change itself, their recovery codes, the end of every other session and the
 * mail that tells of it, in one transaction. Returns the new recovery codes, for showing once; none when it is turned
 * off.
 */
export async function changeTotp(
  deps: SignInDeps,
  owner: FactorOwner,
  notice: Extract<SecurityNotice, "totp_enabled" | "totp_disabled" | "recovery_codes_renewed">,
  change: (db: Transaction) => Promise<void>,
): Promise<string[]> {
  const { userId, email, sessionId } = owner;
  const codes = notice === "totp_disabled" ? [] : newRecoveryCodes();
  const mailId = await deps.db.$transaction(async (db) => {
    await lockPerson(db, userId);
    await change(db);
    await replaceRecoveryCodes(db, userId, codes.map(recoveryCodeHash));
    await revokeSessionsOf(db, userId, { now: deps.clock.now(), except: sessionId });
    return await queueMail(deps, db, securityNotice(notice, email, deps.env.APP_URL));
  });
  await postMails(deps, [mailId]);
  return codes;
}
