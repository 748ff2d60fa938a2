import { publishMappingInput, publishMappingOutput } from "../../../contracts/onboarding";
import { publishMapping } from "../../../use-cases/onboarding/publish-mapping";
import { workspaceProcedure } from "../../trpc";

export const publishMappingProcedure = workspaceProcedure("mapping.publish")
  .input(publishMappingInput)
  .output(publishMappingOutput)
  .mutation(
    async ({ ctx, input }) =>
      await publishMapping(ctx.deps, ctx.tenant, { rules: input.rules, actor: ctx.actor }),
  );
