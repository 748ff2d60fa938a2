import "server-only";
import type { Database, Db } from "../client";
import type { Prisma } from "../generated/client";
import type { ConnectionEnvironment, ConnectionStatus, Vendor } from "../generated/enums";
import type { Tenant } from "../tenant";
import { holdsLinks } from "./workspace";

const view = {
  id: true,
  vendor: true,
  environment: true,
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
  grant: true,
  reconnectReason: true,
  refreshedAt: true,
  refreshBegunAt: true,
} as const;

const sealedView = { ...view, sealedAccessToken: true, sealedRefreshToken: true } as const;

/** A connection without its secrets. */
export type Connection = Prisma.ConnectionGetPayload<{ select: typeof view }>;
/** A connection with its sealed tokens beside it: for the credentials room alone. */
export type SealedConnection = {
  connection: Connection;
  sealedAccessToken: string;
  /** Null for an API token. */
  sealedRefreshToken: string | null;
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
  environment: ConnectionEnvironment;
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
  sealedRefreshToken: string | null;
  accessExpiresAt: Date | null;
  refreshedAt: Date;
};

/** What a new grant in the place of a former one does away with. */
const renewed = {
  leaseOwner: null,
  leaseUntil: null,
  refreshBegunAt: null,
  reconnectReason: null,
  reconnectSince: null,
} as const;

/** A connection of the workspace in another environment than this one, or null. */
export function findConnectionElsewhere(
  db: Db,
  tenant: Tenant,
  environment: ConnectionEnvironment,
): Promise<Connection | null> {
  const { workspaceId } = tenant;
  return db.connection.findFirst({
    where: { workspaceId, environment: { not: environment } },
    select: view,
    orderBy: { vendor: "asc" },
  });
}

/** Whether another company is about to take the place of one that objects are linked in. */
async function leavesLinks(db: Db, tenant: Tenant, input: NewConnection): Promise<boolean> {
  if (input.vendor !== "pipedrive") return false;
  const [former] = await db.$queryRaw<{ accountId: string | null }[]>`
    SELECT "accountId" FROM "Connection"
    WHERE "workspaceId" = ${tenant.workspaceId} AND "vendor" = 'pipedrive' FOR UPDATE`;
  return former !== undefined && former.accountId !== input.accountId && (await holdsLinks(db, tenant));
}

/**
 * Stores a new grant, or puts it in the place of the former one; a refresh under way loses its lease and its claim.
 * The workspace's row is held meanwhile, so that of two grants of different environments one comes first and the
 * other finds it: null, and nothing is stored. So it is with a company in the place of another to which a link was made
 * meanwhile.
 */
export async function saveConnection(
  db: Database,
  tenant: Tenant,
  input: NewConnection,
): Promise<Connection | null> {
  const { id, ...fields } = input;
  const { workspaceId } = tenant;
  return await db.$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT id FROM "Workspace" WHERE id = ${workspaceId} FOR NO KEY UPDATE`;
    if (await findConnectionElsewhere(transaction, tenant, input.environment)) return null;
    if (await leavesLinks(transaction, tenant, input)) return null;
    return await transaction.connection.upsert({
      where: key(tenant, input.vendor),
      create: { workspaceId, id, ...fields },
      update: { ...fields, ...renewed, tokenVersion: { increment: 1 } },
      select: view,
    });
  });
}

/**
 * Ends a connection. Where the workspace holds what came of the account, its tokens go and the account stays known, to
 * be connected again; else the connection is forgotten, and all that hangs on it (its callbacks, what was learnt of its
 * limits). Nothing can come to be held between the asking and the end: the row is locked meanwhile. Tells which.
 */
export async function endConnection(
  db: Database,
  tenant: Tenant,
  input: { id: string; at: Date; isHeld: (db: Db, tenant: Tenant) => Promise<boolean> },
): Promise<"kept" | "forgotten"> {
  const { workspaceId } = tenant;
  const where = { workspaceId, id: input.id };
  return await db.$transaction(async (transaction) => {
    await transaction.$queryRaw`
      SELECT id FROM "Connection" WHERE "workspaceId" = ${workspaceId} AND "id" = ${input.id} FOR UPDATE`;
    if (!(await input.isHeld(transaction, tenant))) {
      await transaction.connection.deleteMany({ where });
      return "forgotten";
    }
    const gone = { sealedAccessToken: "", sealedRefreshToken: "", tokenVersion: { increment: 1 } };
    await transaction.connection.updateMany({
      where,
      data: { status: "needs_reconnect", reconnectReason: "disconnected", reconnectSince: input.at, ...gone },
    });
    return "kept";
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
