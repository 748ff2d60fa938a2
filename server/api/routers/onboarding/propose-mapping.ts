import { mappingProposalOutput, proposeMappingInput } from "../../../contracts/onboarding";
import { proposeMappingFor } from "../../../use-cases/onboarding/propose-mapping";
import { workspaceProcedure } from "../../trpc";

export const proposeMappingProcedure = workspaceProcedure("workspace.read")
  .input(proposeMappingInput)
  .output(mappingProposalOutput)
  .query(
    async ({ ctx, input }) => await proposeMappingFor(ctx.deps, ctx.tenant, { pipelineId: input.pipelineId }),
  );
