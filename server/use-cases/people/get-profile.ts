import "server-only";
import { providerSchema } from "../../contracts/security";
import type { Profile } from "../../contracts/security";
import type { Db } from "../../db/client";
import { listIdentitiesOf } from "../../db/repos/identity";
import type { IdentityOfPerson } from "../../db/repos/identity";
import { findPendingEmail } from "../../db/repos/mail-token";
import { countRecoveryCodes } from "../../db/repos/recovery-code";
import { findAccount } from "../../db/repos/user";
import type { Clock } from "../../lib/clock";
import type { Env } from "../../lib/env";
import { AppError } from "../../lib/errors";
import { canSendMail } from "../../mail/queue-mail";
import { providerLabel } from "../sign-in/providers";

/** A person's own account, as they see it. */
export async function getProfile(
  deps: { db: Db; clock: Clock; env: Env },
  { userId }: { userId: string },
): Promise<Profile> {
  const { db, clock, env } = deps;
  const [account, pendingEmail, recoveryCodesLeft, identities] = await Promise.all([
    findAccount(db, userId),
    findPendingEmail(db, userId, clock.now()),
    countRecoveryCodes(db, userId),
    listIdentitiesOf(db, userId),
  ]);
  if (!account) throw new AppError("unauthenticated");
  const isEmailVerified = account.emailVerifiedAt !== null;
  return {
    name: account.name,
    email: account.email,
    isEmailVerified,
    mustVerifyEmail: !isEmailVerified && canSendMail(env),
    pendingEmail,
    hasPassword: account.hasPassword,
    totp: { enabledAt: account.totpEnabledAt, recoveryCodesLeft },
    identities: identities.map((identity) => identityDto(env, identity)),
  };
}

function identityDto(env: Env, identity: IdentityOfPerson): Profile["identities"][number] {
  const provider = providerSchema.parse(identity.provider);
  return {
    provider,
    label: providerLabel(env, provider),
    email: identity.email,
    linkedAt: identity.createdAt,
  };
}
