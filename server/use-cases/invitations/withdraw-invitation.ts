import "server-only";
import type { Database } from "../../db/client";
import { insertAuditEntry } from "../../db/repos/audit";
import { deleteInvitation, findInvitation } from "../../db/repos/invitation";
import { whileLocked } from "../../db/repos/workspace-lock";
import type { Tenant } from "../../db/tenant";
import type { Person } from "../../lib/actor";
import type { Clock } from "../../lib/clock";
import { requireRank } from "../members/require-rank";

/** Ends an invitation: its link opens nothing any more. One that is gone already is no error. */
export async function withdrawInvitation(
  deps: { db: Database; clock: Clock },
  tenant: Tenant,
  input: { actor: Person; invitationId: string },
): Promise<void> {
  const { actor, invitationId: id } = input;
  await whileLocked(deps.db, tenant, async (transaction) => {
    const invitation = await findInvitation(transaction, tenant, id);
    const over = invitation ? [invitation.role] : [];
    await requireRank(transaction, tenant, { userId: actor.userId, over });
    if (!invitation) return;
    const { email, role } = invitation;
    await deleteInvitation(transaction, tenant, id);
    const entry = { action: "invitation.withdrawn", subject: email, before: { role } } as const;
    await insertAuditEntry(transaction, tenant, actor, { ...entry, at: deps.clock.now() });
  });
}
