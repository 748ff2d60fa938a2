import type { Company } from "./company";
import { unknownReference } from "./errors";
import type { StageRecord } from "./records";

/** Refuses an owner who is not an active user. */
export function requireUser(company: Company, id: number): void {
  if (company.users.get(id)?.isActive !== true)
    throw unknownReference(company, `owner_id: User ${id} not found`);
}

export function requireCurrency(company: Company, code: string): void {
  if (company.currencies.get(code)?.active_flag === true) return;
  throw unknownReference(company, `currency: Currency '${code}' is not supported`);
}

/** Refuses an organization that is unknown or deleted. */
export function requireOrganization(company: Company, id: number): void {
  if (company.organizations.get(id)?.isDeleted === false) return;
  throw unknownReference(company, `org_id: Organization ${id} not found`);
}

/** Refuses a person who is unknown or deleted. */
export function requirePerson(company: Company, id: number): void {
  if (company.persons.get(id)?.isDeleted === false) return;
  throw unknownReference(company, `person_id: Person ${id} not found`);
}

export function requireStage(company: Company, id: number): StageRecord {
  const stage = company.stages.get(id);
  if (stage === undefined || stage.is_deleted) {
    throw unknownReference(company, `stage_id: Stage ${id} not found`);
  }
  return stage;
}

/** The living stages of a pipeline, in their order. */
export function stagesOf(company: Company, pipelineId: number): StageRecord[] {
  return [...company.stages.values()]
    .filter((stage) => stage.pipeline_id === pipelineId && !stage.is_deleted)
    .sort((a, b) => a.order_nr - b.order_nr);
}

/** The first stage of a pipeline; an unknown pipeline is refused. */
export function firstStage(company: Company, pipelineId: number): StageRecord {
  const pipeline = company.pipelines.get(pipelineId);
  const stage = pipeline === undefined || pipeline.is_deleted ? undefined : stagesOf(company, pipelineId)[0];
  if (stage === undefined) throw unknownReference(company, `pipeline_id: Pipeline ${pipelineId} not found`);
  return stage;
}

/** The pipeline with the lowest order number is the default one (facts §3.3). */
export function defaultPipelineId(company: Company): number {
  const living = [...company.pipelines.values()].filter((pipeline) => !pipeline.is_deleted);
  const first = living.sort((a, b) => a.order_nr - b.order_nr)[0];
  if (first === undefined) throw unknownReference(company, "pipeline_id: The company has no pipeline");
  return first.id;
}
