import "server-only";
import { z } from "zod";
import type { Db } from "../db/client";
import { insertSession } from "../db/repos/session";
import type { Viewer } from "../db/repos/session";
import { findUserCredentials } from "../db/repos/user";
import { addMs } from "../lib/clock";
import type { Clock } from "../lib/clock";
import { isPasswordRight } from "../credentials/people/password";

/** How long a sign-in lasts. */
export const sessionSeconds = 30 * 24 * 3600;

const credentialsSchema = z.object({
  email: z
    .string()
    .max(254)
    .transform((text) => text.trim().toLowerCase()),
  password: z.string().min(1).max(200),
});

/**
 * Checks e-mail and password and opens a session. One answer, null, for "nobody has this e-mail", "wrong password"
 * and "not even a form", each after the same work.
 */
export async function authenticate(
  deps: { db: Db; clock: Clock },
  credentials: unknown,
): Promise<Viewer | null> {
  const parsed = credentialsSchema.safeParse(credentials);
  const input = parsed.success ? parsed.data : { email: "", password: "-" };
  const user = await findUserCredentials(deps.db, input.email);
  const isRight = await isPasswordRight(user?.passwordHash ?? null, input.password);
  if (!user || !isRight) return null;
  const createdAt = deps.clock.now();
  const expiresAt = addMs(createdAt, sessionSeconds * 1000);
  const sessionId = await insertSession(deps.db, { userId: user.id, createdAt, expiresAt });
  return { userId: user.id, sessionId, name: user.name, email: user.email };
}
