import "server-only";
import { z } from "zod";
import { isPasswordRight } from "../../credentials/people/password";
import { giveBack, takeTry } from "../../credentials/throttle";
import type { Try } from "../../credentials/throttle";
import type { Db } from "../../db/client";
import { findUserCredentials } from "../../db/repos/user";
import type { Clock } from "../../lib/clock";

const credentialsSchema = z.object({
  email: z
    .string()
    .max(254)
    .transform((text) => text.trim().toLowerCase()),
  password: z.string().min(1).max(200),
});

/**
 * Whose e-mail and password these are. One answer, null, for "nobody has this e-mail", "wrong password", "no password"
 * and "not even a form", each after the same work. A try is counted, for the e-mail as it was typed and for the address
 * it came from, before the password is looked at: guesses made at once cannot outrun the count, and whether an account
 * exists makes no difference to it.
 * @throws AppError `too_many_requests` while the e-mail or the address has to wait.
 */
export async function signInWithPassword(
  deps: { db: Db; clock: Clock },
  credentials: unknown,
  from: { address: string | null },
): Promise<{ userId: string } | null> {
  const parsed = credentialsSchema.safeParse(credentials);
  const input = parsed.success ? parsed.data : { email: "", password: "-" };
  const tries: Try[] = [
    { kind: "sign_in_account", subject: input.email },
    { kind: "sign_in_address", subject: from.address },
  ];
  await takeTry(deps, tries);
  const user = await findUserCredentials(deps.db, input.email);
  const isRight = await isPasswordRight(user?.passwordHash ?? null, input.password);
  if (!user || !isRight) return null;
  await giveBack(deps, tries);
  return { userId: user.id };
}
