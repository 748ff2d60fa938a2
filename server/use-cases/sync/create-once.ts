import "server-only";
import { changeLink, listLinkedElsewhere } from "../../db/repos/link";
import type { Link } from "../../db/repos/link";
import type { Tenant } from "../../db/tenant";
import type { FieldChange } from "../../domain/plan/types";
import { addMs, elapsedMs } from "../../lib/clock";
import { RetryLater } from "../../lib/retry-later";
import { VendorError } from "../../vendors/http/vendor-error";
import type { CallFacts, EntityPort, Seen } from "./entity-port";
import type { SyncDeps } from "./sync-deps";

/** Longer than any call may take, so that a create still under way elsewhere has ended one way or the other. */
const graceMs = 30_000;
const listAgainMs = 3_000;
/** What may pass between the two clocks unseen; more is told by the answers (`listSince`). */
const clockSkewMs = 5 * 60_000;

export type Created = { seen: Seen; call: CallFacts | null; adopted: boolean; link: Link };

/**
 * Looks for the object that an earlier create may have made. More than one: the oldest is the one. One that people
 * archived meanwhile is found all the same, lest it be made again against their will.
 */
async function findLost(
  deps: SyncDeps,
  tenant: Tenant,
  search: { port: EntityPort; link: Link; since: Date },
): Promise<Seen | null> {
  const { port, link, since } = search;
  const listed = await port.listSince(addMs(since, -clockSkewMs));
  const marked = listed.filter(({ values }) => values[port.idKey] === link.freshbooksId);
  const pipedriveIds = marked.map(({ id }) => id);
  const others = await listLinkedElsewhere(deps.db, tenant, { entity: link.entity, pipedriveIds });
  const ours = marked.filter(({ id }) => !others.has(id));
  return ours.toSorted((left, right) => left.id - right.id)[0] ?? null;
}

/** Nobody knows whether the last try made the object: find it, or wait until it can no longer appear. */
async function resolveIntent(
  deps: SyncDeps,
  tenant: Tenant,
  search: { port: EntityPort; link: Link; since: Date },
): Promise<Created | null> {
  const { link, since: triedAt } = search;
  const found = await findLost(deps, tenant, search);
  if (found) return { seen: found, call: null, adopted: true, link };
  const waitedMs = elapsedMs(deps.clock, triedAt);
  if (waitedMs < graceMs) {
    const waitMs = Math.min(listAgainMs, graceMs - waitedMs);
    throw new RetryLater(waitMs, "An earlier create has no known outcome; looking for its object again.");
  }
  return null;
}

/** Whether it is certain that the call made nothing: it was refused outright, or never left for want of budget. */
function madeNothing(error: unknown): boolean {
  return error instanceof RetryLater || (error instanceof VendorError && !error.mayHaveHappened);
}

/**
 * Creates the object of an intent at most once (design §4): an earlier try without an outcome is resolved
 * first, and the try is written down by compare-and-set before the call leaves. The API takes no idempotency
 * key, so the FreshBooks id inside the object is what a lost answer is recognised by.
 */
export async function createOnce(
  deps: SyncDeps,
  tenant: Tenant,
  input: { link: Link; port: EntityPort; fields: readonly FieldChange[] },
): Promise<Created> {
  const { link, port, fields } = input;
  if (link.triedAt) {
    const resolved = await resolveIntent(deps, tenant, { port, link, since: link.triedAt });
    if (resolved) return resolved;
  }
  const triedAt = deps.clock.now();
  const isOurs = await changeLink(deps.db, tenant, link, { triedAt });
  if (!isOurs) throw new RetryLater(1_000, "Another attempt is creating the same object.");
  const claimed = { ...link, triedAt, version: link.version + 1 };
  try {
    const { seen, call } = await port.create(fields);
    return { seen, call, adopted: false, link: claimed };
  } catch (error) {
    // Freed, the intent need not be looked for before the next try.
    if (madeNothing(error)) await changeLink(deps.db, tenant, claimed, { triedAt: null });
    throw error;
  }
}
