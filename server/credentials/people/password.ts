import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** argon2id (the library's default algorithm) at 19 MiB, two passes, one thread: OWASP's first choice. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A salted argon2id hash in PHC text form. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(password, cost);
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password fits the hash. Without a hash (nobody has this e-mail) a decoy is checked in the same time,
 * so that an answer's time does not tell who has an account.
 */
export async function isPasswordRight(storedHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("no account has this password");
  const fits = await verify(storedHash ?? (await decoy), password);
  return fits && storedHash !== null;
}
