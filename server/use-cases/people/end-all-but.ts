import "server-only";
import type { Transaction } from "../../db/client";
import { deleteMailTokensOf } from "../../db/repos/mail-token";
import { revokeSessionsOf } from "../../db/repos/session";
import type { Clock } from "../../lib/clock";

/**
 * After a change of how a person comes in: ends every session but this one (all of them when null) and every mailed
 * link by which somebody could come in or take the account elsewhere.
 */
export async function endAllBut(
  deps: { clock: Clock },
  db: Transaction,
  keep: { userId: string; sessionId: string | null },
): Promise<void> {
  const { userId, sessionId } = keep;
  const now = deps.clock.now();
  await revokeSessionsOf(db, userId, { now, ...(sessionId !== null && { except: sessionId }) });
  await deleteMailTokensOf(db, userId, ["reset_password", "sign_in", "change_email"]);
}
