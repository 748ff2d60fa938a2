import "server-only";
import { isAllowed, isAtLeast } from "../../contracts/permissions";
import type { Role } from "../../contracts/permissions";
import type { Transaction } from "../../db/client";
import { insertAuditEntry } from "../../db/repos/audit";
import { deleteInvitation, listInvitations } from "../../db/repos/invitation";
import type { Tenant } from "../../db/tenant";
import type { Actor } from "../../lib/actor";

/** Whether somebody with this role, or with none any more, could give another one. */
function couldGive(own: Role | null, role: Role): boolean {
  return own !== null && isAllowed(own, "members.manage") && isAtLeast(own, role);
}

/**
 * Withdraws what a person invited to and could no longer: nobody keeps a door open behind a role that was taken from
 * them. `role` is what they have now, null for nothing.
 */
export async function withdrawInvitationsOf(
  transaction: Transaction,
  tenant: Tenant,
  input: { actor: Actor; invitedById: string; role: Role | null; at: Date },
): Promise<void> {
  const { actor, invitedById, at } = input;
  for (const { id, email, role, ...invitation } of await listInvitations(transaction, tenant)) {
    if (invitation.invitedById !== invitedById || couldGive(input.role, role)) continue;
    await deleteInvitation(transaction, tenant, id);
    const entry = { action: "invitation.withdrawn", subject: email, before: { role }, at } as const;
    await insertAuditEntry(transaction, tenant, actor, entry);
  }
}
