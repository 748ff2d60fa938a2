import "server-only";
import { isPasswordRight } from "../../credentials/people/password";
import { giveBack, takeTry } from "../../credentials/throttle";
import type { Try } from "../../credentials/throttle";
import { findOwnCredentials } from "../../db/repos/user";
import type { UserCredentials } from "../../db/repos/user";
import { AppError } from "../../lib/errors";
import type { PeopleDeps } from "./people-deps";

type Given = {
  userId: string;
  /** Left out by somebody who has no password. */
  password: string | undefined;
  /** The form's field that it was typed into. */
  field: "current" | "password";
};

/**
 * Asks somebody signed in for their password once more: whoever found their browser open does not know it. Somebody
 * who has none passes.
 * @throws AppError `invalid_input` at the field; `too_many_requests`
 */
export async function checkOwnPassword(
  deps: Pick<PeopleDeps, "db" | "clock">,
  { userId, password, field }: Given,
): Promise<UserCredentials> {
  const user = await findOwnCredentials(deps.db, userId);
  if (!user) throw new AppError("unauthenticated");
  if (user.passwordHash === null) return user;
  if (password === undefined) {
    throw new AppError("invalid_input", { userMessage: "Please type your password.", details: { field } });
  }
  const tries: Try[] = [{ kind: "password_check", subject: userId }];
  await takeTry(deps, tries);
  if (!(await isPasswordRight(user.passwordHash, password))) {
    throw new AppError("invalid_input", { userMessage: "This is not your password.", details: { field } });
  }
  await giveBack(deps, tries);
  return user;
}
