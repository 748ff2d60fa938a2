import { dateInZone, isoSeconds } from "../lib/zone-time";
import { customValuesView } from "./custom-values";
import type { CustomValuesChoice } from "./custom-values";
import { optionalProperties } from "./optional-properties";
import type { DealRecord } from "./records";
import type { Company } from "./company";

export interface ViewChoice extends CustomValuesChoice {
  readonly include_fields?: readonly string[] | undefined;
}

function time(ms: number | null): string | null {
  return ms === null ? null : isoSeconds(ms);
}

function localDate(ms: number | null, zone: string): string | null {
  return ms === null ? null : dateInZone(ms, zone);
}

function timesOf(deal: DealRecord, zone: string): object {
  return {
    add_time: isoSeconds(deal.addMs),
    update_time: isoSeconds(deal.updateMs),
    stage_change_time: time(deal.stageChangeMs),
    close_time: time(deal.times.closeMs),
    won_time: time(deal.times.wonMs),
    lost_time: time(deal.times.lostMs),
    local_won_date: localDate(deal.times.wonMs, zone),
    local_lost_date: localDate(deal.times.lostMs, zone),
    local_close_date: localDate(deal.times.closeMs, zone),
    archive_time: time(deal.archiveMs),
  };
}

/** A deal as v2 answers it (facts §3.3). */
export function dealView(
  company: Company,
  deal: DealRecord,
  choice: ViewChoice = {},
): Record<string, unknown> {
  return {
    id: deal.id,
    ...deal.fields,
    creator_user_id: deal.creatorUserId,
    stage_id: deal.stageId,
    pipeline_id: deal.pipelineId,
    status: deal.status,
    ...timesOf(deal, company.profile.timeZone),
    is_deleted: deal.isDeleted,
    is_archived: deal.isArchived,
    origin: deal.origin,
    origin_id: null,
    channel: null,
    channel_id: null,
    acv: null,
    arr: null,
    mrr: null,
    ...optionalProperties(choice.include_fields),
    custom_fields: customValuesView(company.dealFields, deal.custom, choice),
  };
}
