import "server-only";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import type { ConnectionEnvironment } from "../generated/enums";
import type { Tenant } from "../tenant";

const view = {
  vendor: true,
  environment: true,
  status: true,
  accountId: true,
  accountName: true,
  vendorUserName: true,
  apiBaseUrl: true,
  createdAt: true,
  grant: true,
  reconnectReason: true,
  reconnectSince: true,
  callbacksCheckedAt: true,
} as const satisfies Prisma.ConnectionSelect;

/** What a screen may know of a connection: nothing sealed. */
export type ConnectionFacts = Prisma.ConnectionGetPayload<{ select: typeof view }>;

/** The workspace's connections, at most one per vendor. */
export async function listConnectionFacts(db: Db, tenant: Tenant): Promise<ConnectionFacts[]> {
  return await db.connection.findMany({ where: { workspaceId: tenant.workspaceId }, select: view });
}

/** An installation as its vendor names it: ids mean the same within one environment only. */
export type Installation = {
  environment: ConnectionEnvironment;
  accountId: string;
  vendorUserId: string;
};

/**
 * The workspaces joined to a Pipedrive installation; a person's API token is none. Across all workspaces: it serves the vendor's own notice, which
 * makes a tenant per row.
 */
export async function listWorkspacesOfInstallation(db: Db, installation: Installation): Promise<string[]> {
  const rows = await db.connection.findMany({
    where: { vendor: "pipedrive", grant: "oauth", ...installation },
    select: { workspaceId: true },
  });
  return rows.map(({ workspaceId }) => workspaceId);
}
