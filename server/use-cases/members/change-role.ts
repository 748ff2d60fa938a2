import "server-only";
import type { Role } from "../../contracts/permissions";
import type { Database } from "../../db/client";
import { insertAuditEntry } from "../../db/repos/audit";
import { findMember, setRole } from "../../db/repos/membership";
import { whileLocked } from "../../db/repos/workspace-lock";
import type { Tenant } from "../../db/tenant";
import type { Person } from "../../lib/actor";
import type { Clock } from "../../lib/clock";
import { AppError } from "../../lib/errors";
import { requireAnotherOwner } from "./require-another-owner";
import { requireRank } from "./require-rank";
import { withdrawInvitationsOf } from "./withdraw-invitations-of";

/**
 * Gives a member another role; oneself too. Nobody gives, changes or takes away a weightier role than their own
 * (`forbidden`), and the last owner stays one (`conflict`). `not_found` for somebody who is no member.
 */
export async function changeRole(
  deps: { db: Database; clock: Clock },
  tenant: Tenant,
  input: { actor: Person; userId: string; role: Role },
): Promise<void> {
  const { actor, userId, role } = input;
  await whileLocked(deps.db, tenant, async (transaction) => {
    const member = await findMember(transaction, tenant, userId);
    await requireRank(transaction, tenant, { userId: actor.userId, over: [member?.role ?? role, role] });
    if (!member) throw new AppError("not_found", { userMessage: "This person is not a member any more." });
    if (member.role === role) return;
    if (member.role === "owner") await requireAnotherOwner(transaction, tenant);
    await setRole(transaction, tenant, { userId, role });
    const at = deps.clock.now();
    const values = { before: { role: member.role }, after: { role } };
    const entry = { action: "member.role_changed", subject: member.email, ...values, at } as const;
    await insertAuditEntry(transaction, tenant, actor, entry);
    await withdrawInvitationsOf(transaction, tenant, { actor, invitedById: userId, role, at });
  });
}
