import { workspaceInput } from "../../../contracts/account";
import { onboardingOutput } from "../../../contracts/onboarding";
import { getOnboarding } from "../../../use-cases/onboarding/get-onboarding";
import { workspaceProcedure } from "../../trpc";

export const get = workspaceProcedure("workspace.read")
  .input(workspaceInput)
  .output(onboardingOutput)
  .query(async ({ ctx }) => await getOnboarding(ctx.deps, ctx.tenant, ctx.viewer));
