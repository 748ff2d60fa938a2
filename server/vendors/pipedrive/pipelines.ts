import type { RemotePipeline, RemoteStage } from "../../domain/remote";
import type { PipedriveCallDeps } from "./call";
import { listAll } from "./list-all";
import { pipelineSchema, stageSchema } from "./schemas";
import { toPipeline, toStage } from "./to-remote";

/** The calls about pipelines and stages. */
export function createPipelineCalls(deps: PipedriveCallDeps) {
  return {
    /** The pipelines that are not deleted, in their order; the first is the default one. */
    async listPipelines(): Promise<RemotePipeline[]> {
      const rows = await listAll(deps, "listPipelines", "/api/v2/pipelines", {}, pipelineSchema);
      const pipelines = rows.filter((row) => !row.is_deleted).map(toPipeline);
      return pipelines.toSorted((a, b) => a.order - b.order);
    },

    /** The stages that are not deleted, of one pipeline or of all, in their order. */
    async listStages(pipelineId?: number): Promise<RemoteStage[]> {
      const filter = pipelineId === undefined ? {} : { pipeline_id: String(pipelineId) };
      const rows = await listAll(deps, "listStages", "/api/v2/stages", filter, stageSchema);
      const stages = rows.filter((row) => !row.is_deleted).map(toStage);
      return stages.toSorted((a, b) => a.pipelineId - b.pipelineId || a.order - b.order);
    },
  };
}
