import { Hono } from "hono";

import { isoSeconds } from "../lib/zone-time";
import { bodyOf, idOf, list, one, queryOf } from "./answers";
import { pageByCursor } from "./cursor";
import { entityNotFound } from "./errors";
import type { GateEnv } from "./gate";
import type { PipelineRecord } from "./records";
import { emptyQuery, pipelineCreateSchema, pipelineListQuery, pipelinePatchSchema } from "./schemas/pipeline";
import type { PipedriveBox, PipedriveWorld } from "./world";

const BASE = "/api/v2/pipelines";

/** A pipeline as v2 answers it (facts §3.3). */
export function pipelineView({ addMs, updateMs, ...pipeline }: PipelineRecord): Record<string, unknown> {
  return { ...pipeline, add_time: isoSeconds(addMs), update_time: isoSeconds(updateMs) };
}

function known(world: PipedriveWorld, id: number): PipelineRecord {
  const pipeline = world.pipelines.get(id);
  if (pipeline === undefined) throw entityNotFound();
  return pipeline;
}

function sortValue(pipeline: PipelineRecord, sortBy: string): number {
  if (sortBy === "update_time") return pipeline.updateMs;
  return sortBy === "add_time" ? pipeline.addMs : pipeline.id;
}

function createPipeline(world: PipedriveWorld, body: { name: string; is_deal_probability_enabled: boolean }) {
  const nowMs = world.clock.nowMs();
  const order_nr = Math.max(0, ...[...world.pipelines.values()].map((pipeline) => pipeline.order_nr)) + 1;
  const id = world.ids.pipeline.take();
  const pipeline = { id, order_nr, ...body, is_deleted: false, addMs: nowMs, updateMs: nowMs };
  world.pipelines.set(id, pipeline);
  return pipeline;
}

/** Pipelines (facts §3.3); DELETE only marks. */
export function pipelineRoutes(box: PipedriveBox): Hono<GateEnv> {
  const routes = new Hono<GateEnv>();
  routes.get(BASE, (c) => {
    const query = queryOf(c, pipelineListQuery);
    const living = [...box.world.pipelines.values()].filter((pipeline) => !pipeline.is_deleted);
    const sort = (pipeline: PipelineRecord) => sortValue(pipeline, query.sort_by);
    const found = pageByCursor(living, query, { sort, id: (pipeline) => pipeline.id });
    return list(c, { ...found, rows: found.rows.map(pipelineView) });
  });
  routes.post(BASE, async (c) => {
    return one(c, pipelineView(createPipeline(box.world, await bodyOf(c, pipelineCreateSchema))));
  });
  routes.get(`${BASE}/:id`, (c) => {
    queryOf(c, emptyQuery);
    return one(c, pipelineView(known(box.world, idOf(c))));
  });
  routes.patch(`${BASE}/:id`, async (c) => {
    const body = await bodyOf(c, pipelinePatchSchema);
    const pipeline = Object.assign(known(box.world, idOf(c)), body);
    pipeline.updateMs = box.world.clock.nowMs();
    return one(c, pipelineView(pipeline));
  });
  routes.delete(`${BASE}/:id`, (c) => {
    const pipeline = known(box.world, idOf(c));
    pipeline.is_deleted = true;
    pipeline.updateMs = box.world.clock.nowMs();
    return one(c, { id: pipeline.id });
  });
  return routes;
}
