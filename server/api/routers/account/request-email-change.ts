import { changeEmailInput, doneOutput } from "../../../contracts/security";
import { requestEmailChange } from "../../../use-cases/people/request-email-change";
import { signedInProcedure } from "../../trpc";

export const requestEmailChangeProcedure = signedInProcedure
  .input(changeEmailInput)
  .output(doneOutput)
  .mutation(async ({ ctx, input }) => {
    const { email, password } = input;
    await requestEmailChange(ctx.deps, {
      ...{ email, password },
      userId: ctx.viewer.userId,
      address: ctx.address,
    });
    return { done: true as const };
  });
