import "server-only";
import type { Role } from "../../contracts/permissions";
import type { Transaction } from "../../db/client";
import { insertAuditEntry } from "../../db/repos/audit";
import { consumeInvitation } from "../../db/repos/invitation";
import type { OpenInvitation } from "../../db/repos/invitation";
import { findMember, insertMembershipOnce } from "../../db/repos/membership";
import { markEmailVerified } from "../../db/repos/user";
import { maskEmail } from "../../domain/mask-email";
import type { Person } from "../../lib/actor";
import { AppError } from "../../lib/errors";
import type { Deps } from "../deps";
import { requireKept } from "../workspaces/require-kept";
import { invitationOver, openInvitation } from "./open-invitation";

type Input = { actor: Person; token: string };
type Accepted = { slug: string; role: Role; wasMember: boolean };

function boundElsewhere(invitation: OpenInvitation, actor: Person): AppError {
  return new AppError("forbidden", {
    userMessage: `This invitation is for ${maskEmail(invitation.email)}, and you are signed in as ${actor.email}. Sign in with that address, or ask for an invitation to yours.`,
  });
}

async function join(
  deps: Pick<Deps, "clock">,
  transaction: Transaction,
  invitation: OpenInvitation & { tokenHash: string },
  actor: Person,
): Promise<Accepted> {
  const { tenant, id, tokenHash, slug, role, email } = invitation;
  if (!(await consumeInvitation(transaction, tenant, { id, tokenHash }))) throw invitationOver();
  const at = deps.clock.now();
  const { userId } = actor;
  // The link came to this very address. Whoever has changed theirs since the request began is not let in by it.
  const isTheirs = await markEmailVerified(transaction, { userId, email, now: at });
  if (!isTheirs) throw boundElsewhere(invitation, actor);
  if ((await insertMembershipOnce(transaction, tenant, { userId, role })) === "member") {
    const member = await findMember(transaction, tenant, userId);
    return { slug, role: member?.role ?? role, wasMember: true };
  }
  const entry = { action: "member.joined", subject: email, after: { role }, at } as const;
  await insertAuditEntry(transaction, tenant, actor, entry);
  return { slug, role, wasMember: false };
}

/**
 * Takes the person into the workspace that invited their address, which the link proves to be theirs. Works once,
 * however often it is pressed at the same time; somebody who is a member already keeps their role. Throws
 * `invalid_input` for a link that opens nothing, `forbidden` for another's, `conflict` for a workspace that is about to
 * be erased: the last two leave the invitation in force.
 */
export async function acceptInvitation(
  deps: Pick<Deps, "db" | "clock">,
  { actor, token }: Input,
): Promise<Accepted> {
  const invitation = await openInvitation(deps, { token, address: actor.address });
  requireKept(invitation.eraseAt);
  if (invitation.email !== actor.email) throw boundElsewhere(invitation, actor);
  return await deps.db.$transaction((transaction) => join(deps, transaction, invitation, actor));
}
