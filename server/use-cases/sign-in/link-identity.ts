import "server-only";
import type { signInErrorSentences } from "../../contracts/security";
import type { Transaction } from "../../db/client";
import { lockPerson } from "../../db/repos/entering-person";
import { findIdentityOwner, insertIdentityOnce } from "../../db/repos/identity";
import { findUser, markEmailVerified } from "../../db/repos/user";
import type { UserFacts } from "../../db/repos/user";
import { queueMail } from "../../mail/queue-mail";
import { unverifiedEmailOf } from "../people/require-verified-email";
import { postMails } from "./post-mails";
import { providerLabel } from "./providers";
import { identityNotice } from "./security-notice";
import type { SignInDeps } from "./sign-in-deps";
import type { ProvidedIdentity } from "./with-provider";

type Refusal = keyof typeof signInErrorSentences;

/**
 * Links an identity of a provider to somebody who is signed in, and tells them by mail. Null when it is theirs now, or
 * was before; otherwise why not.
 */
export async function linkIdentity(
  deps: SignInDeps,
  input: { userId: string; identity: ProvidedIdentity },
): Promise<Refusal | null> {
  const { refusal, mailId } = await deps.db.$transaction(async (db) => {
    await lockPerson(db, input.userId);
    return await link(deps, db, input);
  });
  await postMails(deps, [mailId]);
  return refusal;
}

type Linking = { refusal: Refusal | null; mailId: string | null };

async function link(
  deps: SignInDeps,
  db: Transaction,
  { userId, identity }: { userId: string; identity: ProvidedIdentity },
): Promise<Linking> {
  const { provider, subject, email } = identity;
  const owner = await findIdentityOwner(db, { provider, subject });
  if (owner !== null) return { refusal: owner === userId ? null : "already_linked", mailId: null };
  const person = await findUser(db, userId);
  if (!person) return { refusal: "AccessDenied", mailId: null };
  if (!(await isAddressProven(deps, db, person, identity))) return { refusal: "confirm_first", mailId: null };
  const now = deps.clock.now();
  if (!(await insertIdentityOnce(db, { provider, subject, userId, email, createdAt: now }))) {
    const taker = await findIdentityOwner(db, { provider, subject });
    return { refusal: taker === null ? "other_linked" : "already_linked", mailId: null };
  }
  if (isVouchedFor(person, identity)) await markEmailVerified(db, { userId, email: person.email, now });
  const label = providerLabel(deps.env, provider);
  const notice = identityNotice("linked", label, person.email, deps.env.APP_URL);
  return { refusal: null, mailId: await queueMail(deps, db, notice) };
}

function isVouchedFor(person: UserFacts, { email, isEmailVerified }: ProvidedIdentity): boolean {
  return isEmailVerified && email === person.email;
}

/**
 * Somebody who made an account with another's address must not keep a way in of their own for the day its owner takes
 * it over.
 */
async function isAddressProven(
  deps: SignInDeps,
  db: Transaction,
  person: UserFacts,
  identity: ProvidedIdentity,
): Promise<boolean> {
  return isVouchedFor(person, identity) || (await unverifiedEmailOf({ ...deps, db }, person.id)) === null;
}
