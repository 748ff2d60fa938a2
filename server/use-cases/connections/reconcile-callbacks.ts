import "server-only";
import { insertAuditEntry } from "../../db/repos/audit";
import { listCallbackRows } from "../../db/repos/callback";
import type { CallbackView } from "../../db/repos/callback";
import { claimHandshake, claimRegistration } from "../../db/repos/callback-claim";
import type { Transaction } from "../../db/client";
import type { Connection } from "../../db/repos/connection";
import type { Tenant } from "../../db/tenant";
import { nouns } from "../../jobs/events";
import type { Noun } from "../../jobs/events";
import type { Actor } from "../../lib/actor";
import { newCallbackAddress } from "./callback-address";
import { decideRepair, repairWords } from "./callback-repair";
import type { Repair } from "./callback-repair";
import { carryOutClaims } from "./carry-out-claims";
import type { Claim } from "./carry-out-claims";
import type { ConnectDeps } from "./connect-deps";
import { listOwnCallbacks } from "./own-callbacks";
import type { OwnCallbacks } from "./own-callbacks";

type Input = {
  connection: Connection;
  actor: Actor;
  /** A person pressed the button, rather than the watch looking by itself. */
  isAsked: boolean;
  /** When a change was found that callbacks should have told of; null when none was. */
  silentAt: Date | null;
};

type Look = Input & { rows: readonly CallbackView[]; own: OwnCallbacks; now: Date };

/** The audit log keeps the first tries alone: a server that FreshBooks never reaches would fill it by the hour. */
const saidTries = 3;

function isSilent(row: CallbackView | undefined, silentAt: Date | null): boolean {
  if (!row?.verifiedAt || silentAt === null || row.noun === "client" || row.verifiedAt >= silentAt)
    return false;
  return row.lastDeliveryAt === null || row.lastDeliveryAt < silentAt;
}

function decide(
  look: Look,
  noun: Noun,
): { row: CallbackView | undefined; repair: Repair; id: string | null } {
  const row = look.rows.find((candidate) => candidate.noun === noun);
  const there = row && look.own.registered.get(row.keyHash);
  const repair = decideRepair(
    {
      row,
      there,
      isAtFormerAddress: row !== undefined && look.own.atFormerAddress.has(row.keyHash),
      connectionId: look.connection.id,
      isSilent: isSilent(row, look.silentAt),
    },
    look,
  );
  return { row, repair, id: there?.id ?? null };
}

/** Takes up one noun's repair; null when nothing is to be done, or somebody else was first. */
async function claim(
  deps: ConnectDeps,
  transaction: Transaction,
  tenant: Tenant,
  { look, noun }: { look: Look; noun: Noun },
): Promise<Claim | null> {
  const { row, repair, id: listedId } = decide(look, noun);
  if (repair.act === "none") return null;
  const { cause } = repair;
  const said = { at: look.now, repair: look.isAsked ? null : cause };
  const tries = row?.handshakesAsked ?? 0;
  if (repair.act === "ask" && row && listedId !== null) {
    const input = { former: row, vendorCallbackId: listedId, ...said };
    const isOurs = await claimHandshake(transaction, tenant, input);
    return isOurs ? { act: "ask", noun, cause, tries, id: row.id, vendorCallbackId: listedId } : null;
  }
  const { uri, keyHash } = newCallbackAddress(deps.env.APP_URL);
  const fresh = { connectionId: look.connection.id, noun, keyHash, former: row, ...said };
  const id = await claimRegistration(transaction, tenant, fresh);
  return id === null ? null : { act: "register", noun, cause, tries, id, uri, replaces: listedId };
}

async function say(
  transaction: Transaction,
  tenant: Tenant,
  { look, claims }: { look: Look; claims: readonly Claim[] },
): Promise<void> {
  const removed = look.own.stray.length;
  if (claims.length === 0 && removed === 0) return;
  const isWorthSaying = removed > 0 || claims.some(({ tries }) => tries < saidTries);
  if (!look.isAsked && !isWorthSaying) return;
  await insertAuditEntry(transaction, tenant, look.actor, {
    action: look.isAsked ? "callbacks.registered" : "callbacks.repaired",
    ...(claims.length > 0 && { subject: claims.map(({ noun }) => noun).join(", ") }),
    after: {
      ...Object.fromEntries(claims.map(({ noun, cause }) => [noun, repairWords[cause]])),
      ...(removed > 0 && { removed }),
    },
    at: look.now,
  });
}

/**
 * Brings FreshBooks' registrations and ours together: what is missing, unconfirmed, disabled or silent is taken up in one
 * transaction with its word in the audit log, then told to FreshBooks. Of two that do this at once, each callback is
 * taken up by one. Nothing changes here when FreshBooks cannot be asked. A noun that FreshBooks refuses is `failed` with
 * its reason; the others go on.
 * @returns what was taken up, and how many registrations that nobody listens on were removed.
 */
export async function reconcileCallbacks(
  deps: ConnectDeps,
  tenant: Tenant,
  input: Input,
): Promise<{ claims: readonly Claim[]; removed: number }> {
  // Our rows first, then FreshBooks' list: what another registers meanwhile is known by a row we have not seen.
  const rows = await listCallbackRows(deps.db, tenant);
  const client = await deps.freshbooks(tenant);
  const own = await listOwnCallbacks(deps, client, rows);
  const look = { ...input, rows, own, now: deps.clock.now() };
  const claims = await deps.db.$transaction(async (transaction) => {
    const claimed: Claim[] = [];
    for (const noun of nouns) {
      const one = await claim(deps, transaction, tenant, { look, noun });
      if (one) claimed.push(one);
    }
    await say(transaction, tenant, { look, claims: claimed });
    return claimed;
  });
  await carryOutClaims(deps, tenant, { client, claims, stray: own.stray });
  return { claims, removed: own.stray.length };
}
