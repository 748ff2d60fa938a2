import "server-only";
import type { Db } from "../../db/client";
import { revokeOwnSession } from "../../db/repos/session";
import type { Clock } from "../../lib/clock";
import { AppError } from "../../lib/errors";

/**
 * Ends one of a person's own sessions at once.
 * @throws AppError `not_found` for one that is over, or somebody else's, or nobody's
 */
export async function revokeSession(
  deps: { db: Db; clock: Clock },
  input: { userId: string; sessionId: string },
): Promise<void> {
  if (await revokeOwnSession(deps.db, { ...input, now: deps.clock.now() })) return;
  throw new AppError("not_found", { userMessage: "That session is over already." });
}
