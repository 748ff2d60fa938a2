import "server-only";
import type { Db } from "../../db/client";
import { revokeSessionsOf } from "../../db/repos/session";
import type { Clock } from "../../lib/clock";

/** Ends all of a person's sessions at once but the one that asks. */
export async function revokeOtherSessions(
  deps: { db: Db; clock: Clock },
  viewer: { userId: string; sessionId: string },
): Promise<void> {
  await revokeSessionsOf(deps.db, viewer.userId, { now: deps.clock.now(), except: viewer.sessionId });
}
