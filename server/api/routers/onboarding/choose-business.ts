import { chooseBusinessInput, onboardingOutput } from "../../../contracts/onboarding";
import { chooseBusiness } from "../../../use-cases/connections/choose-business";
import { registerCallbacks } from "../../../use-cases/connections/register-callbacks";
import { getOnboarding } from "../../../use-cases/onboarding/get-onboarding";
import { workspaceProcedure } from "../../trpc";

export const chooseBusinessProcedure = workspaceProcedure("connections.manage")
  .input(chooseBusinessInput)
  .output(onboardingOutput)
  .mutation(async ({ ctx, input }) => {
    await chooseBusiness(ctx.deps, ctx.tenant, { businessId: input.businessId, actor: ctx.actor });
    await registerCallbacks(ctx.deps, ctx.tenant, { actor: ctx.actor });
    return await getOnboarding(ctx.deps, ctx.tenant, ctx.viewer);
  });
