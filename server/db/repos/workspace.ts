import "server-only";
import { newId } from "../../lib/ids";
import type { Db, Transaction } from "../client";
import type { Prisma } from "../generated/client";
import type { ConnectionEnvironment, Role, Vendor } from "../generated/enums";
import { tenantOfRow } from "../tenant";
import type { Tenant } from "../tenant";

export type WorkspaceOfPerson = {
  slug: string;
  name: string;
  role: Role;
  eraseAt: Date | null;
  connections: { vendor: Vendor; environment: ConnectionEnvironment; accountId: string | null }[];
};

const ofPerson = {
  slug: true,
  name: true,
  eraseAt: true,
  connections: { select: { vendor: true, environment: true, accountId: true } },
} as const satisfies Prisma.WorkspaceSelect;

/** The workspaces a person belongs to, by name, and where each is connected. */
export async function listWorkspacesOf(db: Db, userId: string): Promise<WorkspaceOfPerson[]> {
  const rows = await db.membership.findMany({
    where: { userId },
    select: { role: true, workspace: { select: ofPerson } },
    orderBy: [{ workspace: { name: "asc" } }, { workspaceId: "asc" }],
  });
  return rows.map(({ role, workspace }) => ({ role, ...workspace }));
}

/** Makes a workspace with its owner and answers its tenant; null when the slug is taken. */
export async function insertWorkspaceOnce(
  db: Transaction,
  input: { slug: string; name: string; ownerId: string },
): Promise<Tenant | null> {
  const { slug, name, ownerId: userId } = input;
  const workspaceId = newId("workspace");
  const { count } = await db.workspace.createMany({
    data: [{ id: workspaceId, slug, name }],
    skipDuplicates: true,
  });
  if (count === 0) return null;
  await db.membership.create({ data: { workspaceId, userId, role: "owner" }, select: { role: true } });
  return tenantOfRow({ workspaceId });
}

export type WorkspaceState = { slug: string; name: string; liveMappingVersion: number | null };

/** What the workspace is called and which mapping it lives by. */
export async function getWorkspace(db: Db, tenant: Tenant): Promise<WorkspaceState> {
  return await db.workspace.findUniqueOrThrow({
    where: { id: tenant.workspaceId },
    select: { slug: true, name: true, liveMappingVersion: true },
  });
}

/** Whether anything of FreshBooks has ever come into the workspace. */
export async function holdsRecords(db: Db, tenant: Tenant): Promise<boolean> {
  const where = { workspaceId: tenant.workspaceId };
  return (await db.record.findFirst({ where, select: { id: true } })) !== null;
}

/** Whether any object at Pipedrive is, or may be, ours. */
export async function holdsLinks(db: Db, tenant: Tenant): Promise<boolean> {
  const where = { workspaceId: tenant.workspaceId };
  return (await db.link.findFirst({ where, select: { id: true } })) !== null;
}
