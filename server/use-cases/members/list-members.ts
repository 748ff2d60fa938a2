import "server-only";
import type { z } from "zod";
import type { InvitationDto, listMembersOutput } from "../../contracts/members";
import { isAllowed, isAtLeast, roles } from "../../contracts/permissions";
import type { Role } from "../../contracts/permissions";
import type { Db } from "../../db/client";
import { listInvitations, namesOf } from "../../db/repos/invitation";
import { listMembers as listMemberRows } from "../../db/repos/membership";
import type { Tenant } from "../../db/tenant";
import type { Clock } from "../../lib/clock";

async function openInvitations(deps: { db: Db; clock: Clock }, tenant: Tenant): Promise<InvitationDto[]> {
  const invitations = await listInvitations(deps.db, tenant);
  const names = await namesOf(
    deps.db,
    invitations.map(({ invitedById }) => invitedById),
  );
  const now = deps.clock.now();
  return invitations.map(({ invitedById, ...invitation }) => ({
    ...invitation,
    invitedBy: names.get(invitedById) ?? "A former member",
    isExpired: invitation.expiresAt <= now,
  }));
}

/** Who is in the workspace, the weightiest roles first; who was asked to come, for those who may manage that. */
export async function listMembers(
  deps: { db: Db; clock: Clock },
  tenant: Tenant,
  viewer: { userId: string; role: Role },
): Promise<z.output<typeof listMembersOutput>> {
  const mayManage = isAllowed(viewer.role, "members.manage");
  const rows = await listMemberRows(deps.db, tenant);
  const members = rows.map((row) => ({ ...row, isYou: row.userId === viewer.userId }));
  return {
    members: members.toSorted((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role)),
    invitations: mayManage ? await openInvitations(deps, tenant) : [],
    grantable: mayManage ? roles.filter((role) => isAtLeast(viewer.role, role)) : [],
  };
}
