import { dateInZone } from "../../lib/zone-time";
import type { Company } from "../../pipedrive/company";
import type { DealRecord, DealStatus, PipelineRecord, StageRecord } from "../../pipedrive/records";

export interface Card {
  readonly id: number;
  readonly title: string;
  readonly organization: string | null;
  readonly value: bigint;
  readonly currency: string;
  /** `YYYY-MM-DD`, or null. */
  readonly closeDate: string | null;
  readonly status: DealStatus;
  readonly isLate: boolean;
}

export interface Column {
  readonly id: number;
  readonly name: string;
  readonly count: number;
  /** In thousandths by currency, the most frequent first. */
  readonly sums: readonly (readonly [currency: string, milli: bigint])[];
  /** The newest deals, newest first. */
  readonly cards: readonly Card[];
}

export interface Board {
  readonly pipelines: readonly { readonly id: number; readonly name: string }[];
  readonly pipelineId: number;
  readonly columns: readonly Column[];
}

export interface BoardQuery {
  readonly pipelineId: number | undefined;
  readonly status: DealStatus | undefined;
  /** Cards shown in each column at most. */
  readonly shown: number;
}

/** A value of the API, a JSON number, in thousandths: sums of many must not drift. */
export function milliOf(value: number): bigint {
  return BigInt(Math.round(value * 1000));
}

function cardOf(company: Company, deal: DealRecord, today: string): Card {
  const { fields } = deal;
  const organization = fields.org_id === null ? undefined : company.organizations.get(fields.org_id);
  const closeDate = fields.expected_close_date;
  return {
    id: deal.id,
    title: fields.title,
    organization: organization?.fields.name ?? null,
    value: milliOf(fields.value),
    currency: fields.currency,
    closeDate,
    status: deal.status,
    isLate: deal.status === "open" && closeDate !== null && closeDate < today,
  };
}

function sumsOf(deals: readonly DealRecord[]): Column["sums"] {
  const sums = new Map<string, { milli: bigint; count: number }>();
  for (const { fields } of deals) {
    const sum = sums.get(fields.currency) ?? { milli: 0n, count: 0 };
    sum.milli += milliOf(fields.value);
    sum.count += 1;
    sums.set(fields.currency, sum);
  }
  return [...sums]
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([currency, { milli }]) => [currency, milli]);
}

function columnOf(
  company: Company,
  stage: StageRecord,
  deals: readonly DealRecord[],
  query: BoardQuery,
  today: string,
): Column {
  const newest = deals.slice(-query.shown).reverse();
  return {
    id: stage.id,
    name: stage.name,
    count: deals.length,
    sums: sumsOf(deals),
    cards: newest.map((deal) => cardOf(company, deal, today)),
  };
}

function livePipelines(company: Company): PipelineRecord[] {
  return [...company.pipelines.values()]
    .filter((pipeline) => !pipeline.is_deleted)
    .sort((a, b) => a.order_nr - b.order_nr);
}

// The pipeline that has deals is what one has come to see; without any, the last one is the product's.
function usualPipeline(company: Company, pipelines: readonly PipelineRecord[]): PipelineRecord | undefined {
  for (const deal of company.deals.values()) {
    const used = pipelines.find(({ id }) => id === deal.pipelineId);
    if (used !== undefined) return used;
  }
  return pipelines.at(-1);
}

/** The stages of a pipeline that are still there, in their order. */
export function stagesOf(company: Company, pipelineId: number): StageRecord[] {
  return [...company.stages.values()]
    .filter((stage) => stage.pipeline_id === pipelineId && !stage.is_deleted)
    .sort((a, b) => a.order_nr - b.order_nr);
}

function isOnBoard(deal: DealRecord, pipelineId: number, status: DealStatus | undefined): boolean {
  if (deal.pipelineId !== pipelineId || deal.isDeleted || deal.isArchived) return false;
  return status === undefined || deal.status === status;
}

function byStage(company: Company, pipelineId: number, status: DealStatus | undefined) {
  const groups = new Map<number, DealRecord[]>();
  for (const deal of company.deals.values()) {
    if (!isOnBoard(deal, pipelineId, status)) continue;
    const known = groups.get(deal.stageId);
    if (known === undefined) groups.set(deal.stageId, [deal]);
    else known.push(deal);
  }
  return groups;
}

/** One pipeline as a board: one walk over the company's deals, whatever their number. */
export function readBoard(company: Company, query: BoardQuery): Board {
  const pipelines = livePipelines(company);
  const pipeline = pipelines.find(({ id }) => id === query.pipelineId) ?? usualPipeline(company, pipelines);
  const pipelineId = pipeline?.id ?? 0;
  const groups = byStage(company, pipelineId, query.status);
  const today = dateInZone(company.clock.nowMs(), company.profile.timeZone);
  const columns = stagesOf(company, pipelineId).map((stage) =>
    columnOf(company, stage, groups.get(stage.id) ?? [], query, today),
  );
  return { pipelines: pipelines.map(({ id, name }) => ({ id, name })), pipelineId, columns };
}
