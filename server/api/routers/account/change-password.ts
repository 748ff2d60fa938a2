import { changePasswordInput, doneOutput } from "../../../contracts/security";
import { changePassword } from "../../../use-cases/people/change-password";
import { signedInProcedure } from "../../trpc";

export const changePasswordProcedure = signedInProcedure
  .input(changePasswordInput)
  .output(doneOutput)
  .mutation(async ({ ctx, input }) => {
    const { userId, sessionId } = ctx.viewer;
    const { current, password } = input;
    await changePassword(ctx.deps, { userId, sessionId, current, password });
    return { done: true as const };
  });
