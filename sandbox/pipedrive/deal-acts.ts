import type { Caller } from "./caller";
import { mergeCustomValues, searchableValues } from "./custom-values";
import { OPEN_TIMES, closingTimes, refuseWrongClosing } from "./deal-status";
import { PipedriveError, validationFailed } from "./errors";
import { deletedRefusal } from "./lifetime";
import type { DealFields, DealRecord, StageRecord } from "./records";
import {
  defaultPipelineId,
  firstStage,
  requireCurrency,
  requireOrganization,
  requireStage,
  requireUser,
} from "./references";
import type { DealCreate, DealPatch } from "./schemas/deal";
import type { Company } from "./company";

const KEPT_AS_FIELDS = [
  "title",
  "owner_id",
  "person_id",
  "org_id",
  "value",
  "currency",
  "probability",
  "lost_reason",
  "visible_to",
  "expected_close_date",
  "label_ids",
] as const;

function fieldsOf(patch: DealPatch): Partial<DealFields> {
  const kept = new Set<string>(KEPT_AS_FIELDS);
  return Object.fromEntries(Object.entries(patch).filter(([key]) => kept.has(key)));
}

function refuseWrongReferences(company: Company, patch: DealPatch): void {
  if (patch.owner_id !== undefined) requireUser(company, patch.owner_id);
  if (patch.org_id !== undefined) requireOrganization(company, patch.org_id);
  if (patch.currency !== undefined) requireCurrency(company, patch.currency);
  if (patch.person_id !== undefined) throw validationFailed(`person_id: Person ${patch.person_id} not found`);
}

// The stage decides the pipeline; a pipeline alone means its first stage (facts §5).
function wantedStage(company: Company, patch: DealPatch): StageRecord | undefined {
  if (patch.stage_id !== undefined) return requireStage(company, patch.stage_id);
  return patch.pipeline_id === undefined ? undefined : firstStage(company, patch.pipeline_id);
}

function index(company: Company, deal: DealRecord): void {
  const custom = searchableValues(company.dealFields, deal.custom);
  const snapshot = deal.isDeleted ? null : { name: deal.fields.title, address: null, custom };
  company.index.note("deal", deal.id, snapshot, company.switches.searchLagMs);
}

function defaultFields(company: Company, caller: Caller, title: string): DealFields {
  return {
    title,
    owner_id: caller.userId,
    person_id: null,
    org_id: null,
    value: 0,
    currency: company.users.get(caller.userId)?.defaultCurrency ?? "EUR",
    probability: null,
    lost_reason: null,
    visible_to: 3,
    expected_close_date: null,
    label_ids: [],
  };
}

/** Creates a deal; what the body leaves out gets the defaults of facts §5. */
export function createDeal(
  company: Company,
  caller: Caller,
  body: DealCreate,
  origin: DealRecord["origin"] = "API",
): DealRecord {
  refuseWrongReferences(company, body);
  const stage = wantedStage(company, body) ?? firstStage(company, defaultPipelineId(company));
  const status = body.status ?? "open";
  refuseWrongClosing(status, body);
  const custom = mergeCustomValues(company, company.dealFields, new Map(), body.custom_fields);
  const nowMs = company.clock.nowMs();
  const isArchived = body.is_archived === true;
  const deal: DealRecord = {
    id: company.ids.deal.take(),
    creatorUserId: caller.userId,
    addMs: nowMs,
    origin,
    fields: { ...defaultFields(company, caller, body.title), ...fieldsOf(body) },
    custom,
    stageId: stage.id,
    pipelineId: stage.pipeline_id,
    status,
    times: closingTimes({ status: "open", times: OPEN_TIMES }, status, body, nowMs),
    stageChangeMs: null,
    updateMs: nowMs,
    isDeleted: body.is_deleted === true,
    isArchived,
    archiveMs: isArchived ? (body.archive_time ?? nowMs) : null,
  };
  company.deals.set(deal.id, deal);
  index(company, deal);
  return deal;
}

// While deleted, nothing but the restoring may be written; while archived, nothing but the unarchiving (facts §5).
function refuseEdit(company: Company, deal: DealRecord, patch: DealPatch): void {
  if (deal.isDeleted && patch.is_deleted !== false) throw deletedRefusal(company, "Deal");
  if (!deal.isArchived || patch.is_archived === false) return;
  const body = { success: false, error: "Archived deals cannot be edited", code: "ERR_DEAL_ARCHIVED" };
  throw new PipedriveError(company.switches.editArchivedStatus, body);
}

function moveTo(deal: DealRecord, stage: StageRecord | undefined, nowMs: number): void {
  if (stage === undefined || stage.id === deal.stageId) return;
  deal.stageId = stage.id;
  deal.pipelineId = stage.pipeline_id;
  deal.stageChangeMs = nowMs;
}

function close(deal: DealRecord, patch: DealPatch, nowMs: number): void {
  const status = patch.status ?? deal.status;
  deal.times = closingTimes(deal, status, patch, nowMs);
  deal.status = status;
  if (status !== "lost") deal.fields = { ...deal.fields, lost_reason: null };
}

/** Changes the properties the body names, all or none of them. */
export function patchDeal(company: Company, deal: DealRecord, patch: DealPatch): void {
  refuseEdit(company, deal, patch);
  refuseWrongReferences(company, patch);
  refuseWrongClosing(patch.status ?? deal.status, patch);
  const stage = wantedStage(company, patch);
  const custom = mergeCustomValues(company, company.dealFields, deal.custom, patch.custom_fields);
  const nowMs = company.clock.nowMs();
  deal.custom = custom;
  deal.fields = { ...deal.fields, ...fieldsOf(patch) };
  moveTo(deal, stage, nowMs);
  close(deal, patch, nowMs);
  deal.isDeleted = patch.is_deleted ?? deal.isDeleted;
  deal.isArchived = patch.is_archived ?? deal.isArchived;
  deal.archiveMs = deal.isArchived ? (patch.archive_time ?? deal.archiveMs ?? nowMs) : null;
  deal.updateMs = nowMs;
  index(company, deal);
}

/** Marks a deal as deleted. */
export function deleteDeal(company: Company, deal: DealRecord): void {
  deal.isDeleted = true;
  deal.updateMs = company.clock.nowMs();
  index(company, deal);
}
