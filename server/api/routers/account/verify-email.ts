import { doneOutput, mailedTokenInput } from "../../../contracts/security";
import { verifyEmail } from "../../../use-cases/people/verify-email";
import { publicProcedure } from "../../trpc";

export const verifyEmailProcedure = publicProcedure
  .input(mailedTokenInput)
  .output(doneOutput)
  .mutation(async ({ ctx, input }) => {
    await verifyEmail(ctx.deps, { token: input.token, address: ctx.address });
    return { done: true as const };
  });
