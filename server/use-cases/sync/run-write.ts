import "server-only";
import { needsReconnect } from "../../credentials/needs-reconnect";
import { findConnection } from "../../db/repos/connection";
import { changeLink, findLink, forgetWritten, intendLink } from "../../db/repos/link";
import type { Link } from "../../db/repos/link";
import { changeWrite, getWrite } from "../../db/repos/sync-write";
import type { StoredWrite } from "../../db/repos/sync-write";
import type { Tenant } from "../../db/tenant";
import { holdsValue } from "../../domain/equal";
import { afterWrite } from "../../domain/plan/read-remote";
import type { FieldChange } from "../../domain/plan/types";
import { AppError } from "../../lib/errors";
import { newId } from "../../lib/ids";
import { createOnce } from "./create-once";
import type { WriteEnd } from "./durable-step";
import { entityPort } from "./entity-port";
import type { EntityPort } from "./entity-port";
import { finishWrite } from "./finish-write";
import { loadRules } from "./load-rules";
import { noteWriteFailure } from "./note-write-failure";
import { storedFieldsSchema, writeKindSchema, writtenSchema } from "./stored-plan";
import { Superseded } from "./superseded";
import type { SyncDeps } from "./sync-deps";
import { updateObject } from "./update-object";

type Job = {
  write: StoredWrite;
  port: EntityPort;
  fields: readonly FieldChange[];
  organizationId: number | null;
  /** The company that the port leads to. */
  accountId: string;
};

async function companyOf(deps: SyncDeps, tenant: Tenant): Promise<string> {
  const connection = await findConnection(deps.db, tenant, "pipedrive");
  if (connection?.accountId == null) throw needsReconnect("pipedrive", "missing");
  return connection.accountId;
}

async function organizationIdOf(deps: SyncDeps, tenant: Tenant, write: StoredWrite): Promise<number | null> {
  if (!write.kind.startsWith("deal.")) return null;
  const freshbooksId = write.attempt.record.clientFreshbooksId;
  if (freshbooksId === null) return null;
  const link = await findLink(deps.db, tenant, { entity: "organization", freshbooksId });
  return link?.pipedriveId ?? null;
}

async function create(deps: SyncDeps, tenant: Tenant, job: Job): Promise<WriteEnd> {
  const { write, port, fields, organizationId, accountId } = job;
  const entity = write.kind.startsWith("deal.") ? "deal" : "organization";
  const link = await intendLink(deps.db, tenant, {
    id: newId("link"),
    intentId: newId("intent"),
    entity,
    freshbooksId: write.freshbooksId,
    accountId,
  });
  if (link?.state !== "intent") return { end: "superseded" };
  await changeWrite(deps.db, tenant, write.id, { startedAt: deps.clock.now() });
  const made = await createOnce(deps, tenant, { link, port, fields });
  const { mappingVersion } = write.attempt;
  const base = {
    writeId: write.id,
    link: made.link,
    seen: made.seen,
    call: made.call,
    fields,
    mappingVersion,
  };
  if (!made.adopted) {
    const written = afterWrite(null, fields, organizationId);
    const isSettled = await finishWrite(deps, tenant, { ...base, written, note: null });
    return { end: isSettled ? "done" : "superseded" };
  }
  // What the lost create wrote may be older than this plan: know what stands there, then plan again.
  const right = fields.filter(({ key, value }) => holdsValue(made.seen.values[key], value));
  const note = `An earlier create's answer was lost; its object ${String(made.seen.id)} was found and kept.`;
  const written = knownOf(made.seen.values, fields);
  const isSettled = await finishWrite(deps, tenant, { ...base, written, note });
  const isRight = fields.every((field) =>
    field.key === "org_id" ? written["org_id"] === organizationId : right.includes(field),
  );
  return isSettled && isRight ? { end: "done" } : { end: "superseded" };
}

function knownOf(values: Readonly<Record<string, FieldChange["value"]>>, fields: readonly FieldChange[]) {
  return Object.fromEntries(
    fields.flatMap(({ key }) => {
      const value = values[key];
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

/** The link's knowledge without these fields: from the moment a call leaves, nobody knows what stands in them. */
function withoutFields(link: Link, keys: ReadonlySet<string>) {
  const written = Object.entries(writtenSchema.parse(link.written) ?? {});
  return Object.fromEntries(written.filter(([key]) => !keys.has(key)));
}

/**
 * Takes the link for this write by compare-and-set; any other version than the plan's makes the plan stale. What is
 * about to be sent counts as unknown until an answer comes.
 */
async function claim(deps: SyncDeps, tenant: Tenant, job: Job, link: Link): Promise<Link> {
  const { write } = job;
  const keys = new Set(job.fields.map(({ key }) => key));
  if (link.version !== write.linkVersion) {
    // A call of ours that left before may have come after the other's.
    if (write.startedAt !== null) await forgetWritten(deps.db, tenant, link, [...keys]);
    throw new Superseded();
  }
  const written = withoutFields(link, keys);
  const claimed = await deps.db.$transaction(async (tx) => {
    const isOurs = await changeLink(tx, tenant, link, { written });
    if (!isOurs) return false;
    await changeWrite(tx, tenant, write.id, {
      linkVersion: link.version + 1,
      startedAt: deps.clock.now(),
    });
    return true;
  });
  if (!claimed) throw new Superseded();
  return { ...link, version: link.version + 1 };
}

async function update(deps: SyncDeps, tenant: Tenant, job: Job): Promise<WriteEnd> {
  const { write, port, fields, organizationId } = job;
  const entity = write.kind.startsWith("deal.") ? "deal" : "organization";
  const found = await findLink(deps.db, tenant, { entity, freshbooksId: write.freshbooksId });
  if (found?.pipedriveId == null) return { end: "superseded" };
  const link = await claim(deps, tenant, job, found);
  const updated = await updateObject(port, found.pipedriveId, fields);
  if (updated.kind === "gone") {
    await changeLink(deps.db, tenant, link, { state: "gone" });
    await changeWrite(deps.db, tenant, write.id, {
      status: "failed",
      error: updated.because,
      finishedAt: deps.clock.now(),
    });
    return { end: "gone", because: updated.because };
  }
  const isSettled = await finishWrite(deps, tenant, {
    writeId: write.id,
    link,
    seen: updated.seen,
    call: updated.call,
    fields,
    written: afterWrite(writtenSchema.parse(found.written), fields, organizationId),
    mappingVersion: write.attempt.mappingVersion,
    note: null,
  });
  return { end: isSettled ? "done" : "superseded" };
}

/**
 * Carries out one write of an attempt. Safe to repeat at any point: a finished write is left alone, a create
 * resolves its lost try first, an update sets the same values again under the link version it claimed.
 */
export async function runWrite(
  deps: SyncDeps,
  tenant: Tenant,
  input: { attemptId: string; ordinal: number },
): Promise<WriteEnd> {
  const write = await getWrite(deps.db, tenant, input.attemptId, input.ordinal);
  if (write.status === "done" || write.status === "adopted") return { end: "done" };
  const kind = writeKindSchema.parse(write.kind);
  // Before the client: whatever happens meanwhile, no object is made elsewhere than where its link is.
  const accountId = await companyOf(deps, tenant);
  const [client, live, organizationId] = await Promise.all([
    deps.pipedrive(tenant),
    loadRules(deps.db, tenant),
    organizationIdOf(deps, tenant, write),
  ]);
  if (!live) throw new AppError("not_configured", { message: "the mapping was withdrawn during a run" });
  const entity = kind.startsWith("deal.") ? "deal" : "organization";
  const port = entityPort(client, entity, live.bindings, organizationId);
  const job = { write, port, fields: storedFieldsSchema.parse(write.fields), organizationId, accountId };
  try {
    return kind.endsWith(".create") ? await create(deps, tenant, job) : await update(deps, tenant, job);
  } catch (error) {
    if (error instanceof Superseded) return { end: "superseded" };
    await noteWriteFailure(deps, tenant, write.id, error);
    throw error;
  }
}
