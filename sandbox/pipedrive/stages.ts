import { Hono } from "hono";
import type { z } from "zod";

import { isoSeconds } from "../lib/zone-time";
import { bodyOf, idOf, list, one, queryOf } from "./answers";
import { pageByCursor } from "./cursor";
import { entityNotFound, validationFailed } from "./errors";
import type { GateEnv } from "./gate";
import type { StageRecord } from "./records";
import { stagesOf } from "./references";
import { emptyQuery, stageCreateSchema, stageListQuery, stagePatchSchema } from "./schemas/pipeline";
import type { PipedriveBox, PipedriveWorld } from "./world";

const BASE = "/api/v2/stages";

/** A stage as v2 answers it (facts §3.3). */
export function stageView({ addMs, updateMs, ...stage }: StageRecord): Record<string, unknown> {
  return { ...stage, add_time: isoSeconds(addMs), update_time: isoSeconds(updateMs) };
}

function known(world: PipedriveWorld, id: number): StageRecord {
  const stage = world.stages.get(id);
  if (stage === undefined) throw entityNotFound();
  return stage;
}

// A stage with an unknown pipeline is refused (facts §5).
function requirePipeline(world: PipedriveWorld, id: number | undefined): void {
  if (id === undefined) return;
  const pipeline = world.pipelines.get(id);
  if (pipeline === undefined || pipeline.is_deleted)
    throw validationFailed(`pipeline_id: Pipeline ${id} not found`);
}

function createStage(world: PipedriveWorld, body: z.output<typeof stageCreateSchema>): StageRecord {
  requirePipeline(world, body.pipeline_id);
  const nowMs = world.clock.nowMs();
  const order_nr = (stagesOf(world, body.pipeline_id).at(-1)?.order_nr ?? 0) + 1;
  const defaults = {
    deal_probability: 100,
    is_deal_rot_enabled: false,
    days_to_rotten: null,
    is_deleted: false,
  };
  const stage = { id: world.ids.stage.take(), order_nr, ...defaults, ...body, addMs: nowMs, updateMs: nowMs };
  world.stages.set(stage.id, stage);
  return stage;
}

function page(world: PipedriveWorld, query: z.output<typeof stageListQuery>) {
  const living = [...world.stages.values()].filter(
    (stage) =>
      !stage.is_deleted && (query.pipeline_id === undefined || stage.pipeline_id === query.pipeline_id),
  );
  const readers = {
    id: (stage: StageRecord) => stage.id,
    order_nr: (stage: StageRecord) => stage.order_nr,
    add_time: (stage: StageRecord) => stage.addMs,
    update_time: (stage: StageRecord) => stage.updateMs,
  };
  const found = pageByCursor(living, query, { sort: readers[query.sort_by], id: readers.id });
  return { ...found, rows: found.rows.map(stageView) };
}

/** Stages (facts §3.3); DELETE only marks. */
export function stageRoutes(box: PipedriveBox): Hono<GateEnv> {
  const routes = new Hono<GateEnv>();
  routes.get(BASE, (c) => list(c, page(box.world, queryOf(c, stageListQuery))));
  routes.post(BASE, async (c) =>
    one(c, stageView(createStage(box.world, await bodyOf(c, stageCreateSchema)))),
  );
  routes.get(`${BASE}/:id`, (c) => {
    queryOf(c, emptyQuery);
    return one(c, stageView(known(box.world, idOf(c))));
  });
  routes.patch(`${BASE}/:id`, async (c) => {
    const body = await bodyOf(c, stagePatchSchema);
    requirePipeline(box.world, body.pipeline_id);
    const stage = Object.assign(known(box.world, idOf(c)), body);
    stage.updateMs = box.world.clock.nowMs();
    return one(c, stageView(stage));
  });
  routes.delete(`${BASE}/:id`, (c) => {
    const stage = known(box.world, idOf(c));
    stage.is_deleted = true;
    stage.updateMs = box.world.clock.nowMs();
    return one(c, { id: stage.id });
  });
  return routes;
}
