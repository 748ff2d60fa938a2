import "server-only";
import type { Provider } from "../../contracts/security";
import type { Transaction } from "../../db/client";
import { findEnteringPerson, lockPerson } from "../../db/repos/entering-person";
import { deleteIdentityOf, listIdentitiesOf } from "../../db/repos/identity";
import { AppError } from "../../lib/errors";
import { queueMail } from "../../mail/queue-mail";
import { postMails } from "./post-mails";
import { configuredProviders, providerLabel } from "./providers";
import { identityNotice } from "./security-notice";
import type { SignInDeps } from "./sign-in-deps";

/**
 * Takes a provider's identity away from a person, and tells them by mail; never the last way in.
 * @throws AppError `not_found` when they have none of that provider; `conflict` when it is the last way in.
 */
export async function unlinkIdentity(
  deps: SignInDeps,
  input: { userId: string; email: string; provider: Provider },
): Promise<void> {
  const { userId, email, provider } = input;
  const label = providerLabel(deps.env, provider);
  const mailId = await deps.db.$transaction(async (db) => {
    await lockPerson(db, userId);
    await keepOneWayIn(deps, db, { userId, provider });
    await deleteIdentityOf(db, userId, provider);
    return await queueMail(deps, db, identityNotice("unlinked", label, email, deps.env.APP_URL));
  });
  await postMails(deps, [mailId]);
}

async function keepOneWayIn(
  deps: SignInDeps,
  db: Transaction,
  { userId, provider }: { userId: string; provider: Provider },
): Promise<void> {
  const linked = (await listIdentitiesOf(db, userId)).map((identity) => identity.provider);
  if (!linked.includes(provider)) throw new AppError("not_found");
  const person = await findEnteringPerson(db, userId);
  const offered = configuredProviders(deps.env).filter(({ id }) => id !== provider && linked.includes(id));
  if (person?.hasPassword === true || offered.length > 0) return;
  throw new AppError("conflict", {
    userMessage: `${providerLabel(deps.env, provider)} is your only way in. Set a password or link another sign-in first.`,
  });
}
