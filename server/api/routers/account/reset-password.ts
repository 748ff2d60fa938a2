import { doneOutput, resetPasswordInput } from "../../../contracts/security";
import { resetPassword } from "../../../use-cases/people/reset-password";
import { publicProcedure } from "../../trpc";

export const resetPasswordProcedure = publicProcedure
  .input(resetPasswordInput)
  .output(doneOutput)
  .mutation(async ({ ctx, input }) => {
    await resetPassword(ctx.deps, { ...input, address: ctx.address });
    return { done: true as const };
  });
