import type { Caller } from "./caller";
import type { Company } from "./company";
import { mergeCustomValues } from "./custom-values";
import { dealCapRefusal, isFullOfDeals } from "./deal-cap";
import { DEAL } from "./deal-kind";
import { OPEN_TIMES, closingTimes, refuseStageOfWon, refuseWrongClosing } from "./deal-status";
import { PipedriveError } from "./errors";
import { deletedRefusal } from "./lifetime";
import { recordChanged, recordCreated } from "./record-changes";
import type { CustomValues, DealFields, DealRecord, StageRecord } from "./records";
import {
  defaultPipelineId,
  firstStage,
  requireCurrency,
  requireOrganization,
  requirePerson,
  requireStage,
  requireUser,
} from "./references";
import type { DealCreate, DealPatch } from "./schemas/deal";

const KEPT_AS_FIELDS = new Set<string>([
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
]);

const NO_VALUES: CustomValues = new Map();
const NOTHING: ReadonlySet<string> = new Set();

function fieldsOf(patch: DealPatch): Partial<DealFields> {
  return Object.fromEntries(Object.entries(patch).filter(([key]) => KEPT_AS_FIELDS.has(key)));
}

/** Properties that a lenient server lets be cleared with `null` (facts §13.3). */
export const CLEARABLE_OF_DEALS = ["org_id", "person_id", "expected_close_date"] as const;

function clearedFields(cleared: ReadonlySet<string>): Partial<DealFields> {
  return Object.fromEntries(CLEARABLE_OF_DEALS.filter((key) => cleared.has(key)).map((key) => [key, null]));
}

function refuseWrongReferences(company: Company, patch: DealPatch): void {
  if (patch.owner_id !== undefined) requireUser(company, patch.owner_id);
  if (patch.org_id !== undefined) requireOrganization(company, patch.org_id);
  if (patch.currency !== undefined) requireCurrency(company, patch.currency);
  if (patch.person_id !== undefined) requirePerson(company, patch.person_id);
}

// The stage decides the pipeline; a pipeline alone means its first stage (facts §5).
function wantedStage(company: Company, patch: DealPatch): StageRecord | undefined {
  if (patch.stage_id !== undefined) return requireStage(company, patch.stage_id);
  return patch.pipeline_id === undefined ? undefined : firstStage(company, patch.pipeline_id);
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

function newDeal(company: Company, caller: Caller, body: DealCreate, stage: StageRecord): DealRecord {
  const nowMs = company.clock.nowMs();
  const status = body.status ?? "open";
  const custom = mergeCustomValues(company, company.dealFields, NO_VALUES, body.custom_fields);
  const isArchived = body.is_archived === true;
  return {
    id: company.ids.deal.take(),
    creatorUserId: caller.userId,
    addMs: nowMs,
    origin: caller.source === "api" ? "API" : "ManuallyCreated",
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
}

/** Creates a deal; what the body leaves out gets the defaults of facts §5. */
export function createDeal(company: Company, caller: Caller, body: DealCreate): DealRecord {
  refuseWrongReferences(company, body);
  const stage = wantedStage(company, body) ?? firstStage(company, defaultPipelineId(company));
  refuseWrongClosing(body.status ?? "open", body);
  const isFull = isFullOfDeals(company);
  if (isFull && company.switches.dealsBeyondLimit === "refused") throw dealCapRefusal();
  const deal = newDeal(company, caller, body, stage);
  if (isFull) company.waitingDeals.push({ caller, deal });
  else recordCreated(company, caller, DEAL, deal);
  return deal;
}

/** Lets deals in that wait for room in the plan, the oldest first (facts §6). */
export function admitWaitingDeals(company: Company): void {
  while (!isFullOfDeals(company)) {
    const next = company.waitingDeals.shift();
    if (next === undefined) return;
    recordCreated(company, next.caller, DEAL, next.deal);
  }
}

// While deleted, nothing but the restoring may be written; while archived, nothing but the unarchiving (facts §5).
function refuseEdit(company: Company, deal: DealRecord, patch: DealPatch): void {
  if (deal.isDeleted && patch.is_deleted !== false) throw deletedRefusal(company, "Deal");
  if (!deal.isArchived || patch.is_archived === false) return;
  const code = company.switches.editArchivedCode ? { code: "ERR_DEAL_ARCHIVED" } : {};
  const body = { success: false, error: "Archived deals cannot be edited", ...code };
  throw new PipedriveError(company.switches.editArchivedStatus, body);
}

function moveTo(deal: DealRecord, stage: StageRecord | undefined, nowMs: number): void {
  if (stage === undefined || stage.id === deal.stageId) return;
  deal.stageId = stage.id;
  deal.pipelineId = stage.pipeline_id;
  deal.stageChangeMs = nowMs;
}

function close(company: Company, deal: DealRecord, patch: DealPatch, nowMs: number): void {
  const status = patch.status ?? deal.status;
  const isReopened = status === "open" && deal.status !== "open";
  const keepsTimes = status === "open" && (!isReopened || !company.switches.reopenClearsTimes);
  deal.times = keepsTimes ? deal.times : closingTimes(deal, status, patch, nowMs);
  deal.status = status;
  if (status !== "lost") deal.fields = { ...deal.fields, lost_reason: null };
}

/** Changes the properties the body names, all or none of them; `cleared` names those set to `null` out of order. */
export function patchDeal(
  company: Company,
  caller: Caller,
  deal: DealRecord,
  patch: DealPatch,
  cleared: ReadonlySet<string> = NOTHING,
): void {
  refuseEdit(company, deal, patch);
  refuseWrongReferences(company, patch);
  refuseWrongClosing(patch.status ?? deal.status, patch);
  const stage = wantedStage(company, patch);
  refuseStageOfWon(company, deal, patch, stage);
  const custom = mergeCustomValues(company, company.dealFields, deal.custom, patch.custom_fields);
  const nowMs = company.clock.nowMs();
  recordChanged(company, caller, DEAL, deal, () => {
    deal.custom = custom;
    deal.fields = { ...deal.fields, ...fieldsOf(patch), ...clearedFields(cleared) };
    moveTo(deal, stage, nowMs);
    close(company, deal, patch, nowMs);
    deal.isDeleted = patch.is_deleted ?? deal.isDeleted;
    deal.isArchived = patch.is_archived ?? deal.isArchived;
    deal.archiveMs = deal.isArchived ? (patch.archive_time ?? deal.archiveMs ?? nowMs) : null;
  });
}

/** Marks a deal as deleted. */
export function deleteDeal(company: Company, caller: Caller, deal: DealRecord): void {
  recordChanged(company, caller, DEAL, deal, () => {
    deal.isDeleted = true;
  });
  admitWaitingDeals(company);
}
