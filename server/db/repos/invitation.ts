import "server-only";
import type { Db, Transaction } from "../client";
import type { Prisma } from "../generated/client";
import type { Role } from "../generated/enums";
import { tenantOfRow } from "../tenant";
import type { Tenant } from "../tenant";

const view = {
  id: true,
  email: true,
  role: true,
  invitedById: true,
  sentAt: true,
  expiresAt: true,
} as const satisfies Prisma.InvitationSelect;

/** An invitation without its secret. */
export type Invitation = Prisma.InvitationGetPayload<{ select: typeof view }>;

type Sending = { tokenHash: string; role: Role; invitedById: string; sentAt: Date; expiresAt: Date };

/** The workspace's invitations, the newest first; those that are too old among them. */
export async function listInvitations(db: Db, tenant: Tenant): Promise<Invitation[]> {
  const where = { workspaceId: tenant.workspaceId };
  return await db.invitation.findMany({ where, select: view, orderBy: [{ sentAt: "desc" }, { id: "desc" }] });
}

/** The invitation with this id, or null. */
export async function findInvitation(db: Db, tenant: Tenant, id: string): Promise<Invitation | null> {
  const where = { workspaceId_id: { workspaceId: tenant.workspaceId, id } };
  return await db.invitation.findUnique({ where, select: view });
}

/** The invitation of this address, or null. */
export async function findInvitationOf(db: Db, tenant: Tenant, email: string): Promise<Invitation | null> {
  const where = { workspaceId_email: { workspaceId: tenant.workspaceId, email } };
  return await db.invitation.findUnique({ where, select: view });
}

/** Keeps an invitation; one of the same address gives way, and its link opens nothing any more. */
export async function saveInvitation(
  db: Transaction,
  tenant: Tenant,
  input: Sending & { id: string; email: string },
): Promise<void> {
  const { workspaceId } = tenant;
  const { id, email, ...sending } = input;
  await db.invitation.upsert({
    where: { workspaceId_email: { workspaceId, email } },
    create: { workspaceId, id, email, createdAt: sending.sentAt, ...sending },
    update: sending,
    select: { id: true },
  });
}

/** Uses an invitation up, once ever: false when its link is not in force any more. */
export async function consumeInvitation(
  db: Transaction,
  tenant: Tenant,
  input: { id: string; tokenHash: string },
): Promise<boolean> {
  const { count } = await db.invitation.deleteMany({ where: { workspaceId: tenant.workspaceId, ...input } });
  return count === 1;
}

/** Ends an invitation. */
export async function deleteInvitation(db: Transaction, tenant: Tenant, id: string): Promise<void> {
  await db.invitation.deleteMany({ where: { workspaceId: tenant.workspaceId, id } });
}

/** What a mailed link opens: the invitation and the workspace it leads to. */
export type OpenInvitation = {
  tenant: Tenant;
  id: string;
  email: string;
  role: Role;
  workspaceName: string;
  slug: string;
  eraseAt: Date | null;
  invitedBy: string;
};

/**
 * The invitation behind a mailed link, by its hash; null when it is unknown, used, withdrawn or too old at `now`. The
 * workspace is what this finds out, so there is no tenant yet.
 */
export async function findOpenInvitation(
  db: Db,
  input: { tokenHash: string; now: Date },
): Promise<OpenInvitation | null> {
  const rows = await db.$queryRaw<(Omit<OpenInvitation, "tenant"> & { workspaceId: string })[]>`
    SELECT i."workspaceId", i."id", i."email", i."role"::text AS "role", w."name" AS "workspaceName", w."slug",
           w."eraseAt", coalesce(u."name", 'A former member') AS "invitedBy"
    FROM "Invitation" i
    JOIN "Workspace" w ON w."id" = i."workspaceId"
    LEFT JOIN "User" u ON u."id" = i."invitedById"
    WHERE i."tokenHash" = ${input.tokenHash} AND i."expiresAt" > ${input.now}`;
  const [row] = rows;
  if (!row) return null;
  const { workspaceId, ...invitation } = row;
  return { tenant: tenantOfRow({ workspaceId }), ...invitation };
}

/** What these people are called, by id. */
export async function namesOf(db: Db, userIds: readonly string[]): Promise<Map<string, string>> {
  const where = { id: { in: [...userIds] } };
  const users = await db.user.findMany({ where, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}
