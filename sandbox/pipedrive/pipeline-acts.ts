import type { z } from "zod";

import { isoSeconds } from "../lib/zone-time";
import type { Caller } from "./caller";
import type { Company } from "./company";
import { pageByCursor } from "./cursor";
import type { CursorPage } from "./cursor";
import { cursorRules } from "./cursor-rules";
import { entityNotFound } from "./errors";
import type { PipelineRecord } from "./records";
import type { pipelineCreateSchema, pipelineListQuery, pipelinePatchSchema } from "./schemas/pipeline";
import { tellOfStructure } from "./structure-events";

/** A pipeline as v2 answers it (facts §3.3). */
export function pipelineView({ addMs, updateMs, ...pipeline }: PipelineRecord): Record<string, unknown> {
  return { ...pipeline, add_time: isoSeconds(addMs), update_time: isoSeconds(updateMs) };
}

export function requirePipeline(company: Company, id: number): PipelineRecord {
  const pipeline = company.pipelines.get(id);
  if (pipeline === undefined) throw entityNotFound();
  return pipeline;
}

function sortValue(pipeline: PipelineRecord, sortBy: string): number {
  if (sortBy === "update_time") return pipeline.updateMs;
  return sortBy === "add_time" ? pipeline.addMs : pipeline.id;
}

export function listPipelines(
  company: Company,
  query: z.output<typeof pipelineListQuery>,
): CursorPage<object> {
  const living = [...company.pipelines.values()].filter((pipeline) => !pipeline.is_deleted);
  const sort = (pipeline: PipelineRecord) => sortValue(pipeline, query.sort_by);
  const found = pageByCursor(living, query, cursorRules(company), { sort, id: (pipeline) => pipeline.id });
  return { ...found, rows: found.rows.map(pipelineView) };
}

export function createPipeline(
  company: Company,
  caller: Caller,
  body: z.output<typeof pipelineCreateSchema>,
): PipelineRecord {
  const nowMs = company.clock.nowMs();
  const order_nr = Math.max(0, ...[...company.pipelines.values()].map((pipeline) => pipeline.order_nr)) + 1;
  const id = company.ids.pipeline.take();
  const pipeline = { id, order_nr, ...body, is_deleted: false, addMs: nowMs, updateMs: nowMs };
  company.pipelines.set(pipeline.id, pipeline);
  tellOfStructure(company, caller, "pipeline", null, pipelineView(pipeline));
  return pipeline;
}

export function patchPipeline(
  company: Company,
  caller: Caller,
  pipeline: PipelineRecord,
  body: z.output<typeof pipelinePatchSchema>,
): void {
  const before = pipelineView(pipeline);
  Object.assign(pipeline, body);
  pipeline.updateMs = company.clock.nowMs();
  tellOfStructure(company, caller, "pipeline", before, pipelineView(pipeline));
}

/** Marks a pipeline as deleted; it can still be read by its id (facts §3.3). */
export function deletePipeline(company: Company, caller: Caller, pipeline: PipelineRecord): void {
  const before = pipelineView(pipeline);
  pipeline.is_deleted = true;
  pipeline.updateMs = company.clock.nowMs();
  tellOfStructure(company, caller, "pipeline", before, null);
}
