import "server-only";
import type { Database } from "../../db/client";
import { insertAuditEntry } from "../../db/repos/audit";
import { deleteMembership, findMember } from "../../db/repos/membership";
import { whileLocked } from "../../db/repos/workspace-lock";
import type { Tenant } from "../../db/tenant";
import type { Person } from "../../lib/actor";
import type { Clock } from "../../lib/clock";
import { requireAnotherOwner } from "../members/require-another-owner";

/** Ends one's own membership. The last owner cannot (`conflict`); somebody who has left already is no error. */
export async function leaveWorkspace(
  deps: { db: Database; clock: Clock },
  tenant: Tenant,
  { actor }: { actor: Person },
): Promise<void> {
  await whileLocked(deps.db, tenant, async (transaction) => {
    const member = await findMember(transaction, tenant, actor.userId);
    if (!member) return;
    const { role, email } = member;
    if (role === "owner") await requireAnotherOwner(transaction, tenant);
    await deleteMembership(transaction, tenant, actor.userId);
    const entry = { action: "member.left", subject: email, before: { role } } as const;
    await insertAuditEntry(transaction, tenant, actor, { ...entry, at: deps.clock.now() });
  });
}
