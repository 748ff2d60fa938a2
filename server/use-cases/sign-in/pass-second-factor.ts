import "server-only";
import { sessionSeconds } from "../../credentials/people/open-session";
import { completeSession } from "../../db/repos/session";
import type { Viewer } from "../../db/repos/session";
import { addMs } from "../../lib/clock";
import { AppError } from "../../lib/errors";
import { queueMail } from "../../mail/queue-mail";
import { checkSecondFactor } from "./check-second-factor";
import { postMails } from "./post-mails";
import { securityNotice } from "./security-notice";
import type { SignInDeps } from "./sign-in-deps";

/**
 * Makes a pending session whole by a code of the second factor; from then on it lasts as any other. A used recovery
 * code is told by mail.
 * @throws AppError `unauthenticated` without a pending session, or when its ten minutes are over; `invalid_input` for a
 *   wrong or used code; `too_many_requests`.
 */
export async function passSecondFactor(
  deps: SignInDeps,
  input: { pending: Viewer | null; code: string },
): Promise<void> {
  const { pending, code } = input;
  if (!pending) throw startOver();
  const { userId, sessionId, email } = pending;
  const used = await checkSecondFactor(deps, { userId, code });
  const now = deps.clock.now();
  const expiresAt = addMs(now, sessionSeconds * 1000);
  if (!(await completeSession(deps.db, sessionId, { now, expiresAt }))) throw startOver();
  if (used !== "recovery_code") return;
  const notice = securityNotice("recovery_code_used", email, deps.env.APP_URL);
  await postMails(deps, [await queueMail(deps, deps.db, notice)]);
}

function startOver(): AppError {
  return new AppError("unauthenticated", {
    userMessage:
      "The ten minutes for the code are over, or you have not signed in yet. Please sign in again.",
  });
}
