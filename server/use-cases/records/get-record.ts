import "server-only";
import type { RecordDetail } from "../../contracts/records";
import type { Db } from "../../db/client";
import { listConnectionFacts } from "../../db/repos/connection-facts";
import {
  getRecordDetail,
  listAttemptsOfRecord,
  listEventsOfRecord,
  listMemberNames,
} from "../../db/repos/record-detail";
import type { DetailedRecord } from "../../db/repos/record-detail";
import type { Tenant } from "../../db/tenant";
import type { Env } from "../../lib/env";
import { loadRules } from "../sync/load-rules";
import { actorNameOf, toAttemptDto } from "./attempt-dto";
import { toRecordRow } from "./record-row";
import { truthRows } from "./truth-rows";

const shownAttempts = 50;
const shownEvents = 100;

/** FreshBooks' own page of the object; null where FreshBooks is a stand-in, which has no such page. */
function freshbooksUrl(record: DetailedRecord, env: Env): string | null {
  if (!env.FRESHBOOKS_API_URL.endsWith("//api.freshbooks.com")) return null;
  return `https://my.freshbooks.com/#/${record.kind}/${record.freshbooksId}`;
}

function pipedriveUrl(record: DetailedRecord, apiBaseUrl: string | undefined): string | null {
  if (apiBaseUrl === undefined || record.pipedriveId === null) return null;
  const page = record.kind === "client" ? "organization" : "deal";
  return `${apiBaseUrl}/${page}/${String(record.pipedriveId)}`;
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
  const pipedrive = connections.find(({ vendor }) => vendor === "pipedrive");
  return {
    record: toRecordRow(record),
    freshbooksUrl: freshbooksUrl(record, deps.env),
    pipedriveUrl: pipedriveUrl(record, pipedrive?.apiBaseUrl),
    truth: truthRows(record, live, attemptDtos),
    attempts: attemptDtos,
    events: events.map(({ actorId, ...event }) => ({ ...event, actorName: actorNameOf({ actorId }, names) })),
  };
}
