import "server-only";
import { changeLink, findLink, forgetWritten } from "../../db/repos/link";
import type { Link, LinkChange } from "../../db/repos/link";
import { changeWrite } from "../../db/repos/sync-write";
import type { Tenant } from "../../db/tenant";
import { deviations } from "../../domain/plan/read-remote";
import type { FieldChange, Written } from "../../domain/plan/types";
import { AppError } from "../../lib/errors";
import type { CallFacts, Seen } from "./entity-port";
import type { SyncDeps } from "./sync-deps";

type Finished = {
  writeId: string;
  link: Link;
  seen: Seen;
  call: CallFacts | null;
  fields: readonly FieldChange[];
  written: Written;
  mappingVersion: number;
  note: string | null;
};

/** What is kept of the call; nothing when the object was found without one. */
function callFacts(call: CallFacts | null) {
  if (!call) return { vendorStatus: null, requestId: null, durationMs: null };
  const { status: vendorStatus, requestId, durationMs } = call;
  return { vendorStatus, requestId, durationMs };
}

function noteOf(input: Finished): string | null {
  const differing = input.call === null ? [] : deviations(input.fields, input.seen.values);
  if (differing.length === 0) return input.note;
  return `Pipedrive stored otherwise than sent: ${differing.join(", ")}.`;
}

/** Someone else settled the link while our call was under way: fine if they found the same object. */
async function expectSameObject(deps: SyncDeps, tenant: Tenant, link: Link, seen: Seen): Promise<void> {
  const { entity, freshbooksId } = link;
  const now = await findLink(deps.db, tenant, { entity, freshbooksId });
  if (now?.pipedriveId === seen.id) return;
  throw new AppError("conflict", {
    message: `${entity} ${freshbooksId}: object ${String(seen.id)} beside ${String(now?.pipedriveId)}`,
    userMessage: `Pipedrive holds two objects for one FreshBooks ${entity === "deal" ? "invoice" : "client"}: ${String(now?.pipedriveId)} and ${String(seen.id)}. Merge them there.`,
  });
}

/**
 * Settles the link and the write together once Pipedrive has the object. False when someone else wrote the object
 * meanwhile: which of the two came last nobody knows, so what was sent counts as unknown and must be planned again.
 */
export async function finishWrite(deps: SyncDeps, tenant: Tenant, input: Finished): Promise<boolean> {
  const { link, seen, call } = input;
  const at = deps.clock.now();
  const change: LinkChange = {
    state: "linked",
    pipedriveId: seen.id,
    triedAt: null,
    written: input.written,
    writtenAt: at,
    mappingVersion: input.mappingVersion,
  };
  const isOurs = await deps.db.$transaction(async (tx) => {
    const changed = await changeLink(tx, tenant, link, change);
    if (!changed) {
      const keys = input.fields.map(({ key }) => key);
      await forgetWritten(tx, tenant, link, keys);
    }
    await changeWrite(tx, tenant, input.writeId, {
      // Not ours: found unsettled again if the run dies here, and given up then too.
      ...(changed && { status: call === null ? "adopted" : "done" }),
      pipedriveId: seen.id,
      linkVersion: link.version + 1,
      tries: { increment: call === null ? 0 : 1 },
      ...callFacts(call),
      error: null,
      note: noteOf(input),
      finishedAt: at,
    });
    return changed;
  });
  if (!isOurs) await expectSameObject(deps, tenant, link, seen);
  return isOurs;
}
