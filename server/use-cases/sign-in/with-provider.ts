import "server-only";
import type { signInErrorSentences } from "../../contracts/security";
import type { Provider } from "../../contracts/security";
import type { Transaction } from "../../db/client";
import {
  findIdentityOwner,
  insertIdentityOnce,
  insertVouchedPerson,
  touchIdentity,
} from "../../db/repos/identity";
import { findUserByEmail } from "../../db/repos/user";
import type { SignInDeps } from "./sign-in-deps";

/** What a provider says of the person who has just signed in there. */
export type ProvidedIdentity = {
  provider: Provider;
  /** The provider's own, stable id. */
  subject: string;
  /** Lower case; null when it told none. */
  email: string | null;
  /** Whether the provider vouches for the address. */
  isEmailVerified: boolean;
  name: string | null;
};

/** Let in as somebody, or refused with a code of `signInErrorSentences`. */
export type ProviderOutcome =
  { kind: "enter"; userId: string } | { kind: "refused"; code: keyof typeof signInErrorSentences };

/**
 * Whom an identity of a provider lets in: its person; or a new one, if the provider vouches for the address and no
 * account has it. An account with that address is never linked by itself: whoever holds the address at a provider need
 * not be whoever made the account here.
 */
export async function signInWithProvider(
  deps: Pick<SignInDeps, "db" | "clock">,
  identity: ProvidedIdentity,
): Promise<ProviderOutcome> {
  const { provider, subject, email, isEmailVerified } = identity;
  const known = await findIdentityOwner(deps.db, { provider, subject });
  if (known !== null) {
    await touchIdentity(deps.db, { provider, subject }, deps.clock.now());
    return { kind: "enter", userId: known };
  }
  if (email === null) return refused("no_email");
  if (!isEmailVerified) return refused("unverified");
  const made = await deps.db.$transaction(async (db) => await makePerson(deps, db, { ...identity, email }));
  return made === null ? await afterRace(deps, identity) : { kind: "enter", userId: made };
}

function refused(code: keyof typeof signInErrorSentences): ProviderOutcome {
  return { kind: "refused", code };
}

/** A new person with this identity; null when the address has an account already. */
async function makePerson(
  deps: Pick<SignInDeps, "clock">,
  db: Transaction,
  identity: ProvidedIdentity & { email: string },
): Promise<string | null> {
  const { provider, subject, email } = identity;
  if (await findUserByEmail(db, email)) return null;
  const now = deps.clock.now();
  const userId = await insertVouchedPerson(db, { email, name: nameOf(identity), now });
  if (userId === null) return null;
  await insertIdentityOnce(db, { provider, subject, userId, email, createdAt: now });
  return userId;
}

/** The address has an account: of this very identity if two sign-ins came at once, of somebody else otherwise. */
async function afterRace(
  deps: Pick<SignInDeps, "db">,
  { provider, subject }: ProvidedIdentity,
): Promise<ProviderOutcome> {
  const owner = await findIdentityOwner(deps.db, { provider, subject });
  return owner === null ? refused("link_first") : { kind: "enter", userId: owner };
}

const longestName = 100;

/** The name that the provider told, or what stands before the @. */
function nameOf({ name, email }: { name: string | null; email: string }): string {
  const told = name?.trim().slice(0, longestName) ?? "";
  return told === "" ? (email.split("@")[0] ?? email).slice(0, longestName) : told;
}
