import "server-only";
import { takeTry } from "../../credentials/throttle";
import { insertAuditEntry } from "../../db/repos/audit";
import { findInvitation } from "../../db/repos/invitation";
import { whileLocked } from "../../db/repos/workspace-lock";
import type { Tenant } from "../../db/tenant";
import type { Person } from "../../lib/actor";
import { AppError } from "../../lib/errors";
import { requireRank } from "../members/require-rank";
import { postMails } from "../sign-in/post-mails";
import { requireKept } from "../workspaces/require-kept";
import { requireMail, sendInvitation } from "./send-invitation";
import type { InvitationDeps } from "./send-invitation";

/**
 * Mails an invitation once more: with a new link, for another seven days, in the name of who sends it now. The former
 * link opens nothing any more. Throws `not_found` for one that was accepted or withdrawn, else as `inviteMember`.
 */
export async function resendInvitation(
  deps: InvitationDeps,
  tenant: Tenant,
  input: { actor: Person; invitationId: string },
): Promise<void> {
  const { actor, invitationId } = input;
  requireMail(deps.env);
  await takeTry(deps, [{ kind: "invite_workspace", subject: tenant.workspaceId }]);
  const mailId = await whileLocked(deps.db, tenant, async (transaction, { name, eraseAt }) => {
    requireKept(eraseAt);
    const invitation = await findInvitation(transaction, tenant, invitationId);
    await requireRank(transaction, tenant, {
      userId: actor.userId,
      over: invitation ? [invitation.role] : [],
    });
    if (!invitation) {
      throw new AppError("not_found", {
        userMessage: "This invitation was accepted or withdrawn meanwhile.",
      });
    }
    const { email, role } = invitation;
    const entry = { action: "invitation.resent", subject: email, after: { role } } as const;
    await insertAuditEntry(transaction, tenant, actor, { ...entry, at: deps.clock.now() });
    return await sendInvitation(deps, transaction, tenant, { actor, workspaceName: name, email, role });
  });
  await postMails(deps, [mailId]);
}
