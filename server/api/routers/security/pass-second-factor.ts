import { doneOutput, secondFactorInput } from "../../../contracts/security";
import { passSecondFactor } from "../../../use-cases/sign-in/pass-second-factor";
import { publicProcedure } from "../../trpc";

export const passSecondFactorProcedure = publicProcedure
  .input(secondFactorInput)
  .output(doneOutput)
  .mutation(async ({ ctx, input }) => {
    await passSecondFactor(ctx.deps, { pending: await ctx.pending(), code: input.code });
    return { done: true as const };
  });
