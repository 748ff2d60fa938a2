import "server-only";
import type { PipelineDto } from "../../contracts/onboarding";
import type { PipedriveClient } from "../../vendors/pipedrive/client";

/** The company's pipelines with their stages, both in their order; asked live. Two calls, whatever their number. */
export async function listPipelines(client: PipedriveClient): Promise<PipelineDto[]> {
  const pipelines = await client.listPipelines();
  const stages = Map.groupBy(await client.listStages(), ({ pipelineId }) => pipelineId);
  return pipelines.map(({ id, name }) => ({
    id,
    name,
    stages: (stages.get(id) ?? []).map((stage) => ({ id: stage.id, name: stage.name })),
  }));
}
