import "server-only";
import type { Database } from "../../db/client";
import { insertAuditEntry } from "../../db/repos/audit";
import { deleteMembership, findMember } from "../../db/repos/membership";
import { whileLocked } from "../../db/repos/workspace-lock";
import type { Tenant } from "../../db/tenant";
import type { Person } from "../../lib/actor";
import type { Clock } from "../../lib/clock";
import { AppError } from "../../lib/errors";
import { requireRank } from "./require-rank";
import { withdrawInvitationsOf } from "./withdraw-invitations-of";

/**
 * Takes a member's access away at once; what they invited to is withdrawn. Somebody who is gone already is no error.
 * Nobody removes a weightier role than their own (`forbidden`), nor themselves, which is leaving (`invalid_input`): so
 * whoever removes an owner is one who stays.
 */
export async function removeMember(
  deps: { db: Database; clock: Clock },
  tenant: Tenant,
  input: { actor: Person; userId: string },
): Promise<void> {
  const { actor, userId } = input;
  if (userId === actor.userId) {
    throw new AppError("invalid_input", { userMessage: "To go yourself, use “Leave workspace”." });
  }
  await whileLocked(deps.db, tenant, async (transaction) => {
    const member = await findMember(transaction, tenant, userId);
    await requireRank(transaction, tenant, { userId: actor.userId, over: member ? [member.role] : [] });
    if (!member) return;
    const { role, email } = member;
    await deleteMembership(transaction, tenant, userId);
    const at = deps.clock.now();
    const entry = { action: "member.removed", subject: email, before: { role }, at } as const;
    await insertAuditEntry(transaction, tenant, actor, entry);
    await withdrawInvitationsOf(transaction, tenant, { actor, invitedById: userId, role: null, at });
  });
}
