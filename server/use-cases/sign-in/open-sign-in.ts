import "server-only";
import { openSession } from "../../credentials/people/open-session";
import { findEnteringPerson } from "../../db/repos/entering-person";
import { revokeSession } from "../../db/repos/session";
import type { SessionMethod } from "../../db/repos/session";
import type { Db } from "../../db/client";
import type { Clock } from "../../lib/clock";
import { AppError } from "../../lib/errors";

export type Arrival = {
  userId: string;
  method: SessionMethod;
  address: string | null;
  userAgent: string | null;
  /** The session that the browser had until now; it ends, since its cookie is overwritten. */
  formerSessionId: string | null;
};

/**
 * Opens the session of somebody who has proved who they are, and returns its id. Where a second factor is in force the
 * session is a pending one, by whichever way they came: it opens nothing but the page that asks for the code.
 */
export async function openSignIn(deps: { db: Db; clock: Clock }, arrival: Arrival): Promise<string> {
  const { formerSessionId, ...opening } = arrival;
  const person = await findEnteringPerson(deps.db, arrival.userId);
  if (!person) throw new AppError("unauthenticated", { message: "the person is gone" });
  if (formerSessionId !== null) await revokeSession(deps.db, formerSessionId, deps.clock.now());
  return await openSession(deps, { ...opening, needsSecondFactor: person.hasTotp });
}
