import "server-only";
import { sessionSchema } from "../../contracts/security";
import type { SessionDto } from "../../contracts/security";
import type { Db } from "../../db/client";
import { listOpenSessions } from "../../db/repos/session";
import type { Clock } from "../../lib/clock";
import { deviceOf } from "../../lib/device";

/** Where a person is signed in, the session used last first, and which one asks. */
export async function listSessions(
  deps: { db: Db; clock: Clock },
  viewer: { userId: string; sessionId: string },
): Promise<SessionDto[]> {
  const rows = await listOpenSessions(deps.db, viewer.userId, deps.clock.now());
  return rows.map(({ userAgent, method, ...row }) => ({
    ...row,
    isThisOne: row.id === viewer.sessionId,
    method: sessionSchema.shape.method.parse(method),
    device: deviceOf(userAgent),
  }));
}
