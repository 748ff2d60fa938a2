import { doneOutput } from "../../../contracts/security";
import { resendVerification } from "../../../use-cases/people/resend-verification";
import { signedInProcedure } from "../../trpc";

export const resendVerificationProcedure = signedInProcedure.output(doneOutput).mutation(async ({ ctx }) => {
  await resendVerification(ctx.deps, { userId: ctx.viewer.userId, address: ctx.address });
  return { done: true as const };
});
