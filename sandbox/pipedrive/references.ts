import { CURRENCIES } from "./company";
import { validationFailed } from "./errors";
import type { StageRecord } from "./records";
import type { PipedriveWorld } from "./world";

/** Refuses an owner who is not an active user. */
export function requireUser(world: PipedriveWorld, id: number): void {
  if (world.users.get(id)?.isActive !== true) throw validationFailed(`owner_id: User ${id} not found`);
}

export function requireCurrency(code: string): void {
  const isKnown = CURRENCIES.some((currency) => currency.code === code && currency.active_flag);
  if (!isKnown) throw validationFailed(`currency: Currency '${code}' is not supported`);
}

/** Refuses an organization that is unknown or deleted. */
export function requireOrganization(world: PipedriveWorld, id: number): void {
  const organization = world.organizations.get(id);
  if (organization === undefined || organization.isDeleted) {
    throw validationFailed(`org_id: Organization ${id} not found`);
  }
}

export function requireStage(world: PipedriveWorld, id: number): StageRecord {
  const stage = world.stages.get(id);
  if (stage === undefined || stage.is_deleted) throw validationFailed(`stage_id: Stage ${id} not found`);
  return stage;
}

/** The living stages of a pipeline, in their order. */
export function stagesOf(world: PipedriveWorld, pipelineId: number): StageRecord[] {
  return [...world.stages.values()]
    .filter((stage) => stage.pipeline_id === pipelineId && !stage.is_deleted)
    .sort((a, b) => a.order_nr - b.order_nr);
}

/** The first stage of a pipeline; an unknown pipeline is refused. */
export function firstStage(world: PipedriveWorld, pipelineId: number): StageRecord {
  const pipeline = world.pipelines.get(pipelineId);
  const stage = pipeline === undefined || pipeline.is_deleted ? undefined : stagesOf(world, pipelineId)[0];
  if (stage === undefined) throw validationFailed(`pipeline_id: Pipeline ${pipelineId} not found`);
  return stage;
}

/** The pipeline with the lowest order number is the default one (facts §3.3). */
export function defaultPipelineId(world: PipedriveWorld): number {
  const living = [...world.pipelines.values()].filter((pipeline) => !pipeline.is_deleted);
  const first = living.sort((a, b) => a.order_nr - b.order_nr)[0];
  if (first === undefined) throw validationFailed("pipeline_id: The company has no pipeline");
  return first.id;
}
