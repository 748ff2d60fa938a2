import "server-only";
import type { RecordDetail } from "../../contracts/records";
import type { Db } from "../../db/client";
import { listConnectionFacts } from "../../db/repos/connection-facts";
import type { ConnectionFacts } from "../../db/repos/connection-facts";
import {
  getRecordDetail,
  listAttemptsOfRecord,
  listEventsOfRecord,
  listMemberNames,
} from "../../db/repos/record-detail";
import type { DetailedRecord } from "../../db/repos/record-detail";
import type { Tenant } from "../../db/tenant";
import type { Env } from "../../lib/env";
import { isStandIn, standInPage } from "../connections/stand-in";
import { loadRules } from "../sync/load-rules";
import { actorNameOf, toAttemptDto } from "./attempt-dto";
import { toRecordRow } from "./record-row";
import { truthRows } from "./truth-rows";

const shownAttempts = 50;
const shownEvents = 100;

function freshbooksPage(
  env: Env,
  { kind, freshbooksId }: DetailedRecord,
  at: ConnectionFacts,
): string | null {
  if (isStandIn(env, at)) return standInPage(env, at, `/${kind}s/${freshbooksId}`);
  return `https://my.freshbooks.com/#/${kind}/${freshbooksId}`;
}

function pipedrivePage(env: Env, { kind, pipedriveId }: DetailedRecord, at: ConnectionFacts): string | null {
  if (pipedriveId === null) return null;
  const [noun, id] = [kind === "client" ? "organization" : "deal", String(pipedriveId)];
  return isStandIn(env, at) ? standInPage(env, at, `/${noun}s/${id}`) : `${at.apiBaseUrl}/${noun}/${id}`;
}

/** The object's page at the vendor of a connection. */
function vendorPage(env: Env, record: DetailedRecord, at: ConnectionFacts | undefined): string | null {
  if (!at) return null;
  const pageOf = at.vendor === "freshbooks" ? freshbooksPage : pipedrivePage;
  return pageOf(env, record, at);
}

/** One record in full: both sides, every attempt with its writes, every event. Strangers' ids: `not_found`. */
export async function getRecord(
  deps: { db: Db; env: Env },
  tenant: Tenant,
  input: { recordId: string },
): Promise<RecordDetail> {
  const { recordId } = input;
  const record = await getRecordDetail(deps.db, tenant, recordId);
  const [live, connections, attempts, events] = await Promise.all([
    loadRules(deps.db, tenant),
    listConnectionFacts(deps.db, tenant),
    listAttemptsOfRecord(deps.db, tenant, { recordId, limit: shownAttempts }),
    listEventsOfRecord(deps.db, tenant, { recordId, limit: shownEvents }),
  ]);
  const actorIds = [...attempts, ...events].flatMap(({ actorId }) => actorId ?? []);
  const names = await listMemberNames(deps.db, tenant, actorIds);
  const attemptDtos = attempts.map((attempt) => toAttemptDto(attempt, names));
  const pageAt = (which: ConnectionFacts["vendor"]) =>
    vendorPage(
      deps.env,
      record,
      connections.find(({ vendor }) => vendor === which),
    );
  return {
    record: toRecordRow(record),
    freshbooksUrl: pageAt("freshbooks"),
    pipedriveUrl: pageAt("pipedrive"),
    isSandbox: connections.some((connection) => isStandIn(deps.env, connection)),
    truth: truthRows(record, live, attemptDtos),
    attempts: attemptDtos,
    events: events.map(({ actorId, ...event }) => ({ ...event, actorName: actorNameOf({ actorId }, names) })),
  };
}
