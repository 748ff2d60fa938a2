import "server-only";
import type { Database, Db, Transaction } from "../client";
import type { Prisma } from "../generated/client";
import type { ConnectionEnvironment, ConnectionGrant, ConnectionStatus, Vendor } from "../generated/enums";
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
  /** `oauth` when absent. */
  grant?: ConnectionGrant;
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

/** A connection as a change found it and left it, for whatever has to be written in the same transaction. */
export type ConnectionChange = { former: Connection | null; saved: Connection };
export type WithinChange = (transaction: Transaction, change: ConnectionChange) => Promise<void>;

/** Holds the workspace's row, so that of two changes of its connections one comes first and the other finds it. */
async function holdWorkspace(transaction: Transaction, { workspaceId }: Tenant): Promise<void> {
  await transaction.$queryRaw`SELECT id FROM "Workspace" WHERE id = ${workspaceId} FOR NO KEY UPDATE`;
}

/** Whether another company is about to take the place of one that objects are linked in. */
async function leavesLinks(db: Db, tenant: Tenant, input: NewConnection): Promise<boolean> {
  if (input.vendor !== "pipedrive") return false;
  const [former] = await db.$queryRaw<{ accountId: string | null }[]>`
    SELECT "accountId" FROM "Connection"
    WHERE "workspaceId" = ${tenant.workspaceId} AND "vendor" = 'pipedrive' FOR UPDATE`;
  return former !== undefined && former.accountId !== input.accountId && (await holdsLinks(db, tenant));
}

/** What a new grant ends of the former one: its troubles, a refresh under way, the word about its callbacks. */
const renewed = {
  leaseOwner: null,
  leaseUntil: null,
  reconnectReason: null,
  reconnectSince: null,
  refreshBegunAt: null,
  callbacksCheckedAt: null,
} as const;

/** `refused`: the workspace is joined elsewhere by now. `moved`: the row has another id than the tokens were sealed for. */
export type SaveOutcome = { saved: Connection } | { saved: null; why: "refused" | "moved" };

/** The windows learnt of a former grant say nothing of another account's, nor of another kind of grant. */
async function forgetWindows(db: Db, tenant: Tenant, { former, saved }: ConnectionChange): Promise<void> {
  if (!former || (former.grant === saved.grant && former.accountId === saved.accountId)) return;
  await db.apiWindow.deleteMany({ where: { workspaceId: tenant.workspaceId, connectionId: saved.id } });
}

/**
 * Stores a new grant, or puts it in the place of the former one; a refresh under way loses its lease and its claim.
 * The workspace's row is held meanwhile, so that of two grants of different environments one comes first and the
 * other finds it: `refused`, and nothing is stored. So it is with a company in the place of another to which a link was
 * made meanwhile. `within` runs in the same transaction.
 */
export async function saveConnection(
  db: Database,
  tenant: Tenant,
  input: NewConnection,
  within: WithinChange,
): Promise<SaveOutcome> {
  const { id, grant = "oauth", ...rest } = input;
  const fields = { ...rest, grant };
  const { workspaceId } = tenant;
  return await db.$transaction(async (transaction) => {
    await holdWorkspace(transaction, tenant);
    if (await findConnectionElsewhere(transaction, tenant, input.environment)) {
      return { saved: null, why: "refused" };
    }
    if (await leavesLinks(transaction, tenant, input)) return { saved: null, why: "refused" };
    const former = await findConnection(transaction, tenant, input.vendor);
    if (former && former.id !== id) return { saved: null, why: "moved" };
    const saved = await transaction.connection.upsert({
      where: key(tenant, input.vendor),
      create: { workspaceId, id, ...fields },
      update: { ...fields, ...renewed, tokenVersion: { increment: 1 } },
      select: view,
    });
    await forgetWindows(transaction, tenant, { former, saved });
    await within(transaction, { former, saved });
    return { saved };
  });
}

/** What is left of a connection that was ended but whose account stays known. */
const ended = {
  status: "needs_reconnect",
  reconnectReason: "disconnected",
  sealedAccessToken: "",
  sealedRefreshToken: "",
  tokenVersion: { increment: 1 },
} as const satisfies Prisma.ConnectionUpdateManyMutationInput;

/** How a connection is to end, and what is written with it. */
export type ConnectionEnd = {
  id: string;
  /** Of the grant that was given back: a later one is somebody else's, and stays. Absent: whichever it is. */
  tokenVersion?: number;
  at: Date;
  isHeld: (db: Db, tenant: Tenant) => Promise<boolean>;
  within?: (transaction: Transaction, end: "kept" | "forgotten") => Promise<void>;
};

/**
 * Ends a connection. Where the workspace holds what came of the account, its tokens go and the account stays known, to
 * be connected again; else the connection is forgotten, and all that hangs on it (its callbacks, what was learnt of its
 * limits). Nothing can come to be held between the asking and the end: the row is locked meanwhile. Tells which, or
 * `changed` where the connection was made anew meanwhile; then nothing happens.
 */
export async function endConnection(
  db: Database,
  tenant: Tenant,
  { id, tokenVersion, at, isHeld, within }: ConnectionEnd,
): Promise<"kept" | "forgotten" | "changed"> {
  const where = { workspaceId: tenant.workspaceId, id };
  return await db.$transaction(async (transaction) => {
    const [row] = await transaction.$queryRaw<{ tokenVersion: number }[]>`
      SELECT "tokenVersion" FROM "Connection"
      WHERE "workspaceId" = ${tenant.workspaceId} AND "id" = ${id} FOR UPDATE`;
    if (tokenVersion !== undefined && row?.tokenVersion !== tokenVersion) return "changed";
    const end = (await isHeld(transaction, tenant)) ? "kept" : "forgotten";
    if (end === "forgotten") await transaction.connection.deleteMany({ where });
    else await transaction.connection.updateMany({ where, data: { ...ended, reconnectSince: at } });
    await within?.(transaction, end);
    return end;
  });
}

/** Forgets a connection that was ended, unless it has been made anew since. */
export async function forgetEndedConnection(db: Db, tenant: Tenant, id: string): Promise<void> {
  const { workspaceId } = tenant;
  const { status, reconnectReason } = ended;
  await db.connection.deleteMany({ where: { workspaceId, id, status, reconnectReason } });
}

/**
 * Names the account of a grant that was `choosing`, and makes it active. Tells whether the connection was there. `within`
 * as in `saveConnection`.
 */
export async function chooseAccount(
  db: Database,
  tenant: Tenant,
  input: {
    vendor: Vendor;
    accountId: string;
    accountName: string;
    timezone: string | null;
    currency: string | null;
  },
  within: WithinChange,
): Promise<boolean> {
  const { vendor, ...fields } = input;
  return await db.$transaction(async (transaction) => {
    await holdWorkspace(transaction, tenant);
    const former = await findConnection(transaction, tenant, vendor);
    if (!former || former.status === "needs_reconnect") return false;
    const data = { ...fields, status: "active", callbacksCheckedAt: null } as const;
    const saved = await transaction.connection.update({ where: key(tenant, vendor), data, select: view });
    await within(transaction, { former, saved });
    return true;
  });
}
