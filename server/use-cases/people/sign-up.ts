import "server-only";
import { hashPassword } from "../../credentials/people/password";
import type { Db } from "../../db/client";
import { insertUserOnce } from "../../db/repos/user";

type SignUp = { name: string; email: string; password: string };

/**
 * Makes an account. The answer is the same, and takes the same work, whether the e-mail was free or had an account:
 * whoever signs up then signs in, and only the right password gets them in.
 */
export async function signUp(deps: { db: Db }, input: SignUp): Promise<{ email: string }> {
  const passwordHash = await hashPassword(input.password);
  await insertUserOnce(deps.db, { name: input.name, email: input.email, passwordHash });
  return { email: input.email };
}
