import "server-only";
import { giveBack, takeTry } from "../../credentials/throttle";
import type { Try } from "../../credentials/throttle";
import { markEmailVerified } from "../../db/repos/user";
import { AppError } from "../../lib/errors";
import type { PeopleDeps } from "./people-deps";
import { redeemLink } from "./redeem-link";

/**
 * Notes that the holder of a mailed link reads the address it was mailed to.
 * @throws AppError `invalid_input` when the link opens nothing any more; `too_many_requests`
 */
export async function verifyEmail(
  deps: PeopleDeps,
  input: { token: string; address: string | null },
): Promise<void> {
  const tries: Try[] = [{ kind: "token_address", subject: input.address }];
  await takeTry(deps, tries);
  await deps.db.$transaction(async (db) => {
    const { user, email } = await redeemLink(deps, db, { purpose: "verify_email", token: input.token });
    const now = deps.clock.now();
    if (await markEmailVerified(db, { userId: user.id, email, now })) return;
    throw new AppError("invalid_input", {
      userMessage: `This link confirms ${email}, which is not your account's address any more.`,
    });
  });
  await giveBack(deps, tries);
}
