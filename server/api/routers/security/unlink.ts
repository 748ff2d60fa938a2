import { doneOutput, unlinkInput } from "../../../contracts/security";
import { unlinkIdentity } from "../../../use-cases/sign-in/unlink-identity";
import { signedInProcedure } from "../../trpc";

export const unlinkProcedure = signedInProcedure
  .input(unlinkInput)
  .output(doneOutput)
  .mutation(async ({ ctx, input }) => {
    const { userId, email } = ctx.viewer;
    await unlinkIdentity(ctx.deps, { userId, email, provider: input.provider });
    return { done: true as const };
  });
