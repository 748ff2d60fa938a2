import "server-only";
import type { Db, Transaction } from "../client";
import type { Role } from "../generated/enums";
import type { Tenant } from "../tenant";

export type MemberRow = { userId: string; role: Role; name: string; email: string; joinedAt: Date };

/** The workspace's members, the longest there first. */
export async function listMembers(db: Db, tenant: Tenant): Promise<MemberRow[]> {
  const rows = await db.membership.findMany({
    where: { workspaceId: tenant.workspaceId },
    select: { userId: true, role: true, createdAt: true, user: { select: { name: true, email: true } } },
    orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
  });
  return rows.map(({ user, createdAt, ...row }) => ({ ...row, ...user, joinedAt: createdAt }));
}

/** Names and addresses of those who own the workspace. */
export async function listOwners(db: Db, tenant: Tenant): Promise<{ name: string; email: string }[]> {
  const rows = await db.membership.findMany({
    where: { workspaceId: tenant.workspaceId, role: "owner" },
    select: { user: { select: { name: true, email: true } } },
    orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
  });
  return rows.map(({ user }) => user);
}

/** A member with their address, or null when the person is none. */
export async function findMember(
  db: Db,
  tenant: Tenant,
  userId: string,
): Promise<{ userId: string; role: Role; email: string } | null> {
  const row = await db.membership.findUnique({
    where: { workspaceId_userId: { workspaceId: tenant.workspaceId, userId } },
    select: { userId: true, role: true, user: { select: { email: true } } },
  });
  return row && { userId: row.userId, role: row.role, email: row.user.email };
}

/** Takes a person in unless they are a member already, whose role then stays; says which. */
export async function insertMembershipOnce(
  db: Transaction,
  tenant: Tenant,
  input: { userId: string; role: Role },
): Promise<"inserted" | "member"> {
  const data = [{ workspaceId: tenant.workspaceId, ...input }];
  const { count } = await db.membership.createMany({ data, skipDuplicates: true });
  return count === 1 ? "inserted" : "member";
}

/** Gives a member another role. */
export async function setRole(
  db: Transaction,
  tenant: Tenant,
  input: { userId: string; role: Role },
): Promise<void> {
  const { workspaceId } = tenant;
  const { userId, role } = input;
  await db.membership.update({
    where: { workspaceId_userId: { workspaceId, userId } },
    data: { role },
    select: { userId: true },
  });
}

/** Takes a member's access away, and with it the consents that they have begun for this workspace. */
export async function deleteMembership(db: Transaction, tenant: Tenant, userId: string): Promise<void> {
  const where = { workspaceId: tenant.workspaceId, userId };
  await db.membership.deleteMany({ where });
  await db.oauthState.deleteMany({ where });
}
