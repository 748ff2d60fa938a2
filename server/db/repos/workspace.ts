import "server-only";
import { newId } from "../../lib/ids";
import type { Database, Db } from "../client";
import type { Prisma } from "../generated/client";
import type { ConnectionEnvironment, Role, Vendor } from "../generated/enums";
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

/** Makes a workspace with its owner, unless the slug is taken; says which. */
export async function insertWorkspaceOnce(
  db: Database,
  input: { slug: string; name: string; ownerId: string },
): Promise<"inserted" | "taken"> {
  return await db.$transaction(async (transaction) => {
    const id = newId("workspace");
    const { count } = await transaction.workspace.createMany({
      data: [{ id, slug: input.slug, name: input.name }],
      skipDuplicates: true,
    });
    if (count === 0) return "taken";
    await transaction.membership.create({
      data: { workspaceId: id, userId: input.ownerId, role: "owner" },
      select: { workspaceId: true },
    });
    return "inserted";
  });
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

/** Forgets which mapping is live and which fields it used: they are of a company that is no longer connected. */
export async function forgetMapping(db: Database, tenant: Tenant): Promise<void> {
  const { workspaceId } = tenant;
  await db.$transaction([
    db.pipedriveField.deleteMany({ where: { workspaceId } }),
    db.workspace.update({
      where: { id: workspaceId },
      data: { liveMappingVersion: null },
      select: { id: true },
    }),
  ]);
}
