import "server-only";
import { mailQueued } from "../../mail/queue-mail";
import type { SignInDeps } from "./sign-in-deps";

/**
 * Has mails sent that were stored with a change, after its commit. What was done stands even if that fails: the
 * minute's tick sends them.
 */
export async function postMails(
  deps: Pick<SignInDeps, "send" | "log">,
  mailIds: readonly (string | null)[],
): Promise<void> {
  try {
    await deps.send(mailIds.filter((id) => id !== null).map(mailQueued));
  } catch (error) {
    deps.log.warn({ err: error, mailIds }, "mails wait for the next tick");
  }
}
