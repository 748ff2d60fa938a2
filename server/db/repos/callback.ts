import "server-only";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import type { CallbackStatus } from "../generated/enums";
import type { Tenant } from "../tenant";

const view = {
  id: true,
  connectionId: true,
  noun: true,
  keyHash: true,
  vendorCallbackId: true,
  status: true,
  verifiedAt: true,
  lastDeliveryAt: true,
  lastError: true,
  lastRepair: true,
  lastRepairAt: true,
  handshakesAsked: true,
  handshakeAskedAt: true,
} as const satisfies Prisma.CallbackSelect;

/** A callback registration without its secrets. */
export type CallbackView = Prisma.CallbackGetPayload<{ select: typeof view }>;

/** The workspace's callbacks by noun. */
export async function listCallbackRows(db: Db, tenant: Tenant): Promise<CallbackView[]> {
  return await db.callback.findMany({
    where: { workspaceId: tenant.workspaceId },
    select: view,
    orderBy: { noun: "asc" },
  });
}

export async function findCallback(db: Db, tenant: Tenant, id: string): Promise<CallbackView | null> {
  return await db.callback.findUnique({
    where: { workspaceId_id: { workspaceId: tenant.workspaceId, id } },
    select: view,
  });
}

/** The sealed verifier of a callback, for verification alone; null before the handshake. */
export async function findSealedVerifier(db: Db, tenant: Tenant, id: string): Promise<string | null> {
  const row = await db.callback.findUnique({
    where: { workspaceId_id: { workspaceId: tenant.workspaceId, id } },
    select: { sealedVerifier: true },
  });
  return row?.sealedVerifier ?? null;
}

export type CallbackChange = {
  status?: CallbackStatus;
  vendorCallbackId?: string;
  verifiedAt?: Date | null;
  handshakesAsked?: number;
  lastError?: string | null;
};

/** Changes a callback that stands in one of the given states; tells whether it did. */
export async function changeCallback(
  db: Db,
  tenant: Tenant,
  input: { id: string; from: readonly CallbackStatus[] },
  change: CallbackChange,
): Promise<boolean> {
  const { count } = await db.callback.updateMany({
    where: { workspaceId: tenant.workspaceId, id: input.id, status: { in: [...input.from] } },
    data: change,
  });
  return count === 1;
}

/** Which of these path keys (as hashes) are of callbacks that count now, in any workspace: those are not stale. */
export async function listLiveKeyHashes(db: Db, keyHashes: readonly string[]): Promise<Set<string>> {
  const rows = await db.callback.findMany({
    where: { keyHash: { in: [...keyHashes] } },
    select: { keyHash: true },
  });
  return new Set(rows.map(({ keyHash }) => keyHash));
}

/** Keeps the id FreshBooks gave a callback, and that it now waits for the handshake unless that is already done. */
export async function keepVendorCallbackId(
  db: Db,
  tenant: Tenant,
  input: { id: string; vendorCallbackId: string },
): Promise<boolean> {
  const where = { workspaceId: tenant.workspaceId, id: input.id };
  const { vendorCallbackId } = input;
  const { count } = await db.callback.updateMany({ where, data: { vendorCallbackId } });
  await db.callback.updateMany({
    where: { ...where, status: { in: ["registering", "failed"] } },
    data: { status: "pending", lastError: null },
  });
  return count === 1;
}
