import { stampInZone } from "../lib/zone-time";
import type { Company } from "./company";
import type { DealRecord } from "./records";

// v1 writes a time that is not there as an empty text.
function stamp(ms: number | null): string {
  return ms === null ? "" : stampInZone(ms, "UTC");
}

interface Named {
  readonly fields: { readonly name: string };
}

function nameIn(store: { get(id: number): Named | undefined }, id: number | null): string {
  return id === null ? "" : (store.get(id)?.fields.name ?? "");
}

function namesOf(company: Company, { fields, stageId }: DealRecord): object {
  return {
    org_name: nameIn(company.organizations, fields.org_id),
    person_name: nameIn(company.persons, fields.person_id),
    owner_name: company.users.get(fields.owner_id)?.name ?? "",
    stage_order_nr: company.stages.get(stageId)?.order_nr ?? 0,
    org_hidden: false,
    person_hidden: false,
  };
}

function moneyOf({ fields: { value, currency } }: DealRecord): object {
  const formatted = `${value.toFixed(2)} ${currency}`;
  return {
    value,
    currency,
    formatted_value: formatted,
    weighted_value: value,
    formatted_weighted_value: formatted,
    weighted_value_currency: currency,
    acv: null,
    arr: null,
    mrr: null,
    acv_currency: null,
    arr_currency: null,
    mrr_currency: null,
  };
}

function timesOf(deal: DealRecord): object {
  const { closeMs, wonMs, lostMs } = deal.times;
  return {
    add_time: stamp(deal.addMs),
    update_time: stamp(deal.updateMs),
    stage_change_time: stamp(deal.stageChangeMs),
    close_time: closeMs === null ? null : stamp(closeMs),
    won_time: stamp(wonMs),
    first_won_time: stamp(wonMs),
    lost_time: stamp(lostMs),
    expected_close_date: deal.fields.expected_close_date,
    rotten_time: null,
  };
}

// Nothing here has activities, products or mails.
const UNUSED = {
  next_activity_id: null,
  next_activity_date: "",
  next_activity_time: "",
  next_activity_subject: "",
  next_activity_type: "",
  next_activity_duration: "",
  next_activity_note: "",
  last_activity_id: null,
  last_activity_date: null,
  last_incoming_mail_time: "",
  last_outgoing_mail_time: "",
  products_count: 0,
  files_count: 0,
  notes_count: 0,
  followers_count: 0,
  email_messages_count: 0,
  activities_count: 0,
  done_activities_count: 0,
  undone_activities_count: 0,
  participants_count: 0,
  origin_id: null,
  channel: null,
  channel_id: null,
};

/** A deal as v1 answers it, which today only a merge does: flat names, times without zone, texts for numbers. */
export function dealViewV1(company: Company, deal: DealRecord): Record<string, unknown> {
  const { fields } = deal;
  return {
    id: deal.id,
    creator_user_id: deal.creatorUserId,
    user_id: fields.owner_id,
    person_id: fields.person_id,
    org_id: fields.org_id,
    stage_id: deal.stageId,
    pipeline_id: deal.pipelineId,
    title: fields.title,
    active: !deal.isDeleted,
    deleted: deal.isDeleted,
    is_archived: deal.isArchived,
    status: deal.status,
    probability: fields.probability,
    lost_reason: fields.lost_reason,
    visible_to: String(fields.visible_to),
    label: fields.label_ids.join(","),
    origin: deal.origin,
    cc_email: `${company.profile.domain}+deal${deal.id}@pipedrivemail.com`,
    ...namesOf(company, deal),
    ...moneyOf(deal),
    ...timesOf(deal),
    ...UNUSED,
  };
}
