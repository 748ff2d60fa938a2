import "server-only";
import type { Role } from "../../contracts/permissions";
import { takeTry } from "../../credentials/throttle";
import type { Transaction } from "../../db/client";
import { insertAuditEntry } from "../../db/repos/audit";
import { findInvitationOf } from "../../db/repos/invitation";
import { findMember } from "../../db/repos/membership";
import { findUserByEmail } from "../../db/repos/user";
import { whileLocked } from "../../db/repos/workspace-lock";
import type { Tenant } from "../../db/tenant";
import type { Person } from "../../lib/actor";
import { AppError } from "../../lib/errors";
import { requireRank } from "../members/require-rank";
import { postMails } from "../sign-in/post-mails";
import { requireKept } from "../workspaces/require-kept";
import { requireMail, sendInvitation } from "./send-invitation";
import type { InvitationDeps } from "./send-invitation";

async function requireNoMember(transaction: Transaction, tenant: Tenant, email: string): Promise<void> {
  const user = await findUserByEmail(transaction, email);
  if (!user || !(await findMember(transaction, tenant, user.id))) return;
  throw new AppError("conflict", {
    userMessage: `${email} is a member already. To change what they may do, change their role.`,
  });
}

/**
 * Asks an address to join, by a mailed link that works once, for seven days, for a person with that address. Asking an
 * address again brings a new link and ends the former. Throws `forbidden` for a role above one's own, `conflict` for
 * somebody who is in already, `too_many_requests`, and `not_configured` where no mail can be sent.
 */
export async function inviteMember(
  deps: InvitationDeps,
  tenant: Tenant,
  input: { actor: Person; email: string; role: Role },
): Promise<void> {
  const { actor, email, role } = input;
  requireMail(deps.env);
  await takeTry(deps, [{ kind: "invite_workspace", subject: tenant.workspaceId }]);
  const mailId = await whileLocked(deps.db, tenant, async (transaction, { name, eraseAt }) => {
    requireKept(eraseAt);
    const former = await findInvitationOf(transaction, tenant, email);
    await requireRank(transaction, tenant, { userId: actor.userId, over: [role, former?.role ?? role] });
    await requireNoMember(transaction, tenant, email);
    const values = { ...(former && { before: { role: former.role } }), after: { role } };
    const entry = { action: "invitation.sent", subject: email, ...values } as const;
    await insertAuditEntry(transaction, tenant, actor, { ...entry, at: deps.clock.now() });
    return await sendInvitation(deps, transaction, tenant, { actor, workspaceName: name, email, role });
  });
  await postMails(deps, [mailId]);
}
