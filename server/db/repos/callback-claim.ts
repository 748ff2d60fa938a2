import "server-only";
import { newId } from "../../lib/ids";
import type { Db } from "../client";
import type { Tenant } from "../tenant";
import type { CallbackView } from "./callback";

/** Said of a callback that the watch mends; null when a person asked. */
type Said = { at: Date; repair: string | null };

function sayRepair({ at, repair }: Said): { lastRepair?: string; lastRepairAt?: Date } {
  return repair === null ? {} : { lastRepair: repair, lastRepairAt: at };
}

/** A registration of which nothing is known yet. */
const blank = {
  vendorCallbackId: null,
  sealedVerifier: null,
  sealedFormerVerifier: null,
  verifiedAt: null,
  lastError: null,
  offers: 0,
  offersSince: null,
} as const;

/**
 * Puts a fresh registration in the noun's place, unless somebody else did so since `former` was read, and returns its
 * id. Whatever stood there (its path, its verifier) counts no more. Null when another was first.
 */
export async function claimRegistration(
  db: Db,
  tenant: Tenant,
  input: { connectionId: string; noun: string; keyHash: string; former: CallbackView | undefined } & Said,
): Promise<string | null> {
  const { workspaceId } = tenant;
  const { connectionId, noun, keyHash, former } = input;
  const id = newId("callback");
  const fresh = {
    id,
    connectionId,
    keyHash,
    status: "registering",
    ...blank,
    handshakesAsked: (former?.handshakesAsked ?? 0) + 1,
    handshakeAskedAt: input.at,
    ...sayRepair(input),
  } as const;
  if (!former) {
    const data = [{ workspaceId, noun, ...fresh }];
    const { count } = await db.callback.createMany({ data, skipDuplicates: true });
    return count === 1 ? id : null;
  }
  const where = { workspaceId, id: former.id, handshakesAsked: former.handshakesAsked };
  const { count } = await db.callback.updateMany({ where, data: fresh });
  return count === 1 ? id : null;
}

/** Notes that the handshake is about to be asked for, unless somebody else did so since `former` was read. */
export async function claimHandshake(
  db: Db,
  tenant: Tenant,
  input: { former: CallbackView; vendorCallbackId: string } & Said,
): Promise<boolean> {
  const { former, vendorCallbackId, at } = input;
  const { count } = await db.callback.updateMany({
    where: { workspaceId: tenant.workspaceId, id: former.id, handshakesAsked: former.handshakesAsked },
    data: {
      status: "pending",
      vendorCallbackId,
      lastError: null,
      handshakesAsked: { increment: 1 },
      handshakeAskedAt: at,
      ...sayRepair(input),
    },
  });
  return count === 1;
}
