import { doneOutput, mailedTokenInput } from "../../../contracts/security";
import { confirmEmailChange } from "../../../use-cases/people/confirm-email-change";
import { publicProcedure } from "../../trpc";

export const confirmEmailChangeProcedure = publicProcedure
  .input(mailedTokenInput)
  .output(doneOutput)
  .mutation(async ({ ctx, input }) => {
    await confirmEmailChange(ctx.deps, { token: input.token, address: ctx.address, viewer: ctx.viewer });
    return { done: true as const };
  });
