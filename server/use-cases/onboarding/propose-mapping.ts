import "server-only";
import { mappingRulesSchema } from "../../contracts/onboarding";
import type { MappingProposal } from "../../contracts/onboarding";
import { findLiveMapping } from "../../db/repos/mapping-version";
import type { Tenant } from "../../db/tenant";
import { proposeMapping } from "../../domain/mapping/propose";
import { AppError } from "../../lib/errors";
import { listPipelines } from "./list-pipelines";
import type { MappingDeps } from "./mapping-deps";
import { patiently } from "./patiently";

/**
 * The mapping to begin with: the live one if there is one for the pipeline asked for (or none was asked for), else
 * one made from the names of the company's pipelines and stages. `invalid_input` when no pipeline has a stage.
 */
export async function proposeMappingFor(
  deps: MappingDeps,
  tenant: Tenant,
  input: { pipelineId?: number | undefined },
): Promise<MappingProposal> {
  const client = await deps.pipedrive(tenant);
  const pipelines = await patiently(() => listPipelines(client));
  const live = await findLiveMapping(deps.db, tenant);
  const liveVersion = live?.version ?? null;
  const liveRules = live && mappingRulesSchema.parse(live.rules);
  const isAsked = input.pipelineId === undefined || input.pipelineId === liveRules?.pipelineId;
  const rules = liveRules && isAsked ? liveRules : proposeMapping(pipelines, input.pipelineId);
  if (!rules) {
    throw new AppError("invalid_input", {
      userMessage: "Pipedrive has no such pipeline with a stage in it. Make one there, then come back.",
    });
  }
  return { pipelines, rules: mappingRulesSchema.parse(rules), liveVersion };
}
