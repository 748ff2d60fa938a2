import "server-only";
import type { Db } from "../client";
import type { CallbackStatus } from "../generated/enums";

/** What the webhook door needs of a callback: whose it is, and the sealed verifiers it may be signed with. */
export type CallbackDoor = {
  workspaceId: string;
  id: string;
  noun: string;
  status: CallbackStatus;
  vendorCallbackId: string | null;
  sealedVerifier: string | null;
  sealedFormerVerifier: string | null;
  accountId: string | null;
};

/** The callback behind an unguessable path, by the path key's hash. The one look-up that begins without a tenant. */
export async function findCallbackDoor(db: Db, keyHash: string): Promise<CallbackDoor | null> {
  const rows = await db.$queryRaw<CallbackDoor[]>`
    SELECT c."workspaceId", c."id", c."noun", c."status"::text AS "status", c."vendorCallbackId",
           c."sealedVerifier", c."sealedFormerVerifier", k."accountId"
    FROM "Callback" c
    JOIN "Connection" k ON k."workspaceId" = c."workspaceId" AND k."id" = c."connectionId"
    WHERE c."keyHash" = ${keyHash}`;
  return rows[0] ?? null;
}

/** FreshBooks offers one per registration and one each time it is asked to. */
const offersPerMinute = 6;

/**
 * Keeps an offered verifier; the one that FreshBooks confirmed stays good until the new one is confirmed, and beyond.
 * `verifiedAt` is null while the newest is a mere offer, so that no row of offers displaces the confirmed one.
 * Beyond so many offers within a minute none is kept: false.
 */
export async function keepOfferedVerifier(
  db: Db,
  door: Pick<CallbackDoor, "workspaceId" | "id">,
  offer: { sealedVerifier: string; vendorCallbackId: string; at: Date },
): Promise<boolean> {
  const minuteAgo = new Date(offer.at.getTime() - 60_000);
  const count = await db.$executeRaw`
    UPDATE "Callback" SET
      "offers" = CASE WHEN "offersSince" > ${minuteAgo} THEN "offers" + 1 ELSE 1 END,
      "offersSince" = CASE WHEN "offersSince" > ${minuteAgo} THEN "offersSince" ELSE ${offer.at} END,
      "sealedFormerVerifier" = CASE WHEN "verifiedAt" IS NULL THEN "sealedFormerVerifier" ELSE "sealedVerifier" END,
      "verifiedAt" = NULL,
      "sealedVerifier" = ${offer.sealedVerifier},
      "vendorCallbackId" = ${offer.vendorCallbackId},
      "status" = (CASE WHEN "status" = 'verified' THEN 'verified' ELSE 'pending' END)::"CallbackStatus",
      "updatedAt" = ${offer.at}
    WHERE "workspaceId" = ${door.workspaceId} AND "id" = ${door.id}
      AND ("offersSince" IS NULL OR "offersSince" <= ${minuteAgo} OR "offers" < ${offersPerMinute})`;
  return count === 1;
}

/** Takes back an offer that FreshBooks refused: the confirmed verifier counts again. False where there is none. */
export async function dropOffer(
  db: Db,
  door: Pick<CallbackDoor, "workspaceId" | "id">,
  at: Date,
): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE "Callback" SET
      "sealedVerifier" = "sealedFormerVerifier", "sealedFormerVerifier" = NULL, "verifiedAt" = ${at}
    WHERE "workspaceId" = ${door.workspaceId} AND "id" = ${door.id}
      AND "status" = 'verified' AND "verifiedAt" IS NULL AND "sealedFormerVerifier" IS NOT NULL`;
  return count === 1;
}

/** Notes that a signed delivery came. */
export async function noteDelivery(
  db: Db,
  door: Pick<CallbackDoor, "workspaceId" | "id">,
  at: Date,
): Promise<void> {
  await db.$executeRaw`
    UPDATE "Callback" SET "lastDeliveryAt" = ${at}
    WHERE "workspaceId" = ${door.workspaceId} AND "id" = ${door.id}`;
}

/**
 * Callbacks that were offered a verifier before `before` and are not verified: the background job was lost. Across
 * all workspaces: it serves the tick alone.
 */
export function listUnansweredOffers(
  db: Db,
  before: Date,
): Promise<readonly { workspaceId: string; id: string }[]> {
  return db.callback.findMany({
    where: { status: "pending", sealedVerifier: { not: null }, updatedAt: { lt: before } },
    select: { workspaceId: true, id: true },
    take: 100,
  });
}
