import type { z } from "zod";

import { isoSeconds } from "../lib/zone-time";
import type { Caller } from "./caller";
import type { Company } from "./company";
import { pageByCursor } from "./cursor";
import type { CursorPage } from "./cursor";
import { cursorRules } from "./cursor-rules";
import { entityNotFound, validationFailed } from "./errors";
import type { StageRecord } from "./records";
import { stagesOf } from "./references";
import type { stageCreateSchema, stageListQuery, stagePatchSchema } from "./schemas/pipeline";
import { tellOfStructure } from "./structure-events";

/** A stage as v2 answers it (facts §3.3). */
export function stageView({ addMs, updateMs, ...stage }: StageRecord): Record<string, unknown> {
  return { ...stage, add_time: isoSeconds(addMs), update_time: isoSeconds(updateMs) };
}

/** The stage of a path, deleted or not. */
export function knownStage(company: Company, id: number): StageRecord {
  const stage = company.stages.get(id);
  if (stage === undefined) throw entityNotFound();
  return stage;
}

// A stage with an unknown pipeline is refused (facts §5).
function refuseUnknownPipeline(company: Company, id: number | undefined): void {
  if (id === undefined) return;
  const pipeline = company.pipelines.get(id);
  if (pipeline === undefined || pipeline.is_deleted)
    throw validationFailed(`pipeline_id: Pipeline ${id} not found`);
}

export function createStage(
  company: Company,
  caller: Caller,
  body: z.output<typeof stageCreateSchema>,
): StageRecord {
  refuseUnknownPipeline(company, body.pipeline_id);
  const nowMs = company.clock.nowMs();
  const order_nr = (stagesOf(company, body.pipeline_id).at(-1)?.order_nr ?? 0) + 1;
  const defaults = {
    deal_probability: 100,
    is_deal_rot_enabled: false,
    days_to_rotten: null,
    is_deleted: false,
  };
  const stage = {
    id: company.ids.stage.take(),
    order_nr,
    ...defaults,
    ...body,
    addMs: nowMs,
    updateMs: nowMs,
  };
  company.stages.set(stage.id, stage);
  tellOfStructure(company, caller, "stage", null, stageView(stage));
  return stage;
}

export function listStages(company: Company, query: z.output<typeof stageListQuery>): CursorPage<object> {
  const living = [...company.stages.values()].filter(
    (stage) =>
      !stage.is_deleted && (query.pipeline_id === undefined || stage.pipeline_id === query.pipeline_id),
  );
  const readers = {
    id: (stage: StageRecord) => stage.id,
    order_nr: (stage: StageRecord) => stage.order_nr,
    add_time: (stage: StageRecord) => stage.addMs,
    update_time: (stage: StageRecord) => stage.updateMs,
  };
  const found = pageByCursor(living, query, cursorRules(company), {
    sort: readers[query.sort_by],
    id: readers.id,
  });
  return { ...found, rows: found.rows.map(stageView) };
}

export function patchStage(
  company: Company,
  caller: Caller,
  stage: StageRecord,
  body: z.output<typeof stagePatchSchema>,
): void {
  refuseUnknownPipeline(company, body.pipeline_id);
  const before = stageView(stage);
  Object.assign(stage, body);
  stage.updateMs = company.clock.nowMs();
  tellOfStructure(company, caller, "stage", before, stageView(stage));
}

/** Marks a stage as deleted; deals cannot be put into it any more (facts §3.3). */
export function deleteStage(company: Company, caller: Caller, stage: StageRecord): void {
  const before = stageView(stage);
  stage.is_deleted = true;
  stage.updateMs = company.clock.nowMs();
  tellOfStructure(company, caller, "stage", before, null);
}
