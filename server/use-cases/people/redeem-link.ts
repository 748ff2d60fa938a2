import "server-only";
import { redeemMailToken } from "../../credentials/people/mail-token";
import type { Transaction } from "../../db/client";
import type { MailTokenPurpose } from "../../db/generated/enums";
import { findUser } from "../../db/repos/user";
import type { UserFacts } from "../../db/repos/user";
import type { Clock } from "../../lib/clock";
import { AppError } from "../../lib/errors";

/** Whom a mailed link spoke for, as they were before it does anything, and the address it was mailed to. */
export type Redeemed = { user: UserFacts; email: string };

/**
 * Uses a mailed link up within the transaction of what it is for: if that fails, the link stays good.
 * @throws AppError `invalid_input` when it opens nothing any more
 */
export async function redeemLink(
  deps: { clock: Clock },
  db: Transaction,
  input: { purpose: MailTokenPurpose; token: string },
): Promise<Redeemed> {
  const { userId, email } = await redeemMailToken({ db, clock: deps.clock }, input);
  const user = await findUser(db, userId);
  if (!user) throw new AppError("not_found", { message: "the link's person is gone" });
  return { user, email };
}
