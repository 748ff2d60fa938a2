import "server-only";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import type { ConnectionStatus, Vendor } from "../generated/enums";
import type { Tenant } from "../tenant";

const view = {
  id: true,
  vendor: true,
  status: true,
  accountId: true,
  accountName: true,
  vendorUserId: true,
  vendorUserName: true,
  apiBaseUrl: true,
  timezone: true,
  currency: true,
  scopes: true,
  accessExpiresAt: true,
  tokenVersion: true,
  createdAt: true,
  updatedAt: true,
} as const;

const sealedView = { ...view, sealedAccessToken: true, sealedRefreshToken: true } as const;

/** A connection without its secrets. */
export type Connection = Prisma.ConnectionGetPayload<{ select: typeof view }>;
/** A connection with its sealed tokens beside it: for the credentials room alone. */
export type SealedConnection = {
  connection: Connection;
  sealedAccessToken: string;
  sealedRefreshToken: string;
};

function key(tenant: Tenant, vendor: Vendor) {
  return { workspaceId_vendor: { workspaceId: tenant.workspaceId, vendor } };
}

/** The workspace's connection to a vendor, or null. */
export function findConnection(db: Db, tenant: Tenant, vendor: Vendor): Promise<Connection | null> {
  return db.connection.findUnique({ where: key(tenant, vendor), select: view });
}

/** The same with its sealed tokens. */
export async function findSealedConnection(
  db: Db,
  tenant: Tenant,
  vendor: Vendor,
): Promise<SealedConnection | null> {
  const row = await db.connection.findUnique({ where: key(tenant, vendor), select: sealedView });
  if (!row) return null;
  const { sealedAccessToken, sealedRefreshToken, ...connection } = row;
  return { connection, sealedAccessToken, sealedRefreshToken };
}

/** A whole grant to be stored: the account it opens and its sealed tokens. */
export type NewConnection = {
  id: string;
  vendor: Vendor;
  status: ConnectionStatus;
  accountId: string | null;
  accountName: string | null;
  vendorUserId: string;
  vendorUserName: string;
  apiBaseUrl: string;
  timezone: string | null;
  currency: string | null;
  scopes: string[];
  sealedAccessToken: string;
  sealedRefreshToken: string;
  accessExpiresAt: Date;
};

/** Stores a new grant, or puts it in the place of the former one; a refresh under way loses its lease and its claim. */
export function saveConnection(db: Db, tenant: Tenant, input: NewConnection): Promise<Connection> {
  const { id, ...fields } = input;
  return db.connection.upsert({
    where: key(tenant, input.vendor),
    create: { workspaceId: tenant.workspaceId, id, ...fields },
    update: { ...fields, tokenVersion: { increment: 1 }, leaseOwner: null, leaseUntil: null },
    select: view,
  });
}

/** Names the account of a grant that was `choosing`, and makes it active. Tells whether the connection was there. */
export async function chooseAccount(
  db: Db,
  tenant: Tenant,
  input: {
    vendor: Vendor;
    accountId: string;
    accountName: string;
    timezone: string | null;
    currency: string | null;
  },
): Promise<boolean> {
  const { vendor, ...fields } = input;
  const { count } = await db.connection.updateMany({
    where: { workspaceId: tenant.workspaceId, vendor, status: { not: "needs_reconnect" } },
    data: { ...fields, status: "active" },
  });
  return count === 1;
}
