import "server-only";
import type { Db } from "../../db/client";
import { insertSession } from "../../db/repos/session";
import type { SessionMethod } from "../../db/repos/session";
import { addMs } from "../../lib/clock";
import type { Clock } from "../../lib/clock";

/** How long a sign-in lasts. */
export const sessionSeconds = 30 * 24 * 3600;

/** How long somebody who gave their password may take over the code of their second factor. */
export const pendingSessionSeconds = 10 * 60;

type Opening = {
  userId: string;
  method: SessionMethod;
  address: string | null;
  userAgent: string | null;
  /** A pending session opens nothing until the code was given, and ends soon. */
  needsSecondFactor: boolean;
};

/** A browser's own word for itself may be any length; its beginning says what people recognise. */
const userAgentCharacters = 400;

/** Opens a session for somebody who has proved who they are, and returns its id. */
export async function openSession(deps: { db: Db; clock: Clock }, opening: Opening): Promise<string> {
  const createdAt = deps.clock.now();
  const seconds = opening.needsSecondFactor ? pendingSessionSeconds : sessionSeconds;
  return await insertSession(deps.db, {
    ...opening,
    userAgent: opening.userAgent?.slice(0, userAgentCharacters) ?? null,
    createdAt,
    expiresAt: addMs(createdAt, seconds * 1000),
  });
}
