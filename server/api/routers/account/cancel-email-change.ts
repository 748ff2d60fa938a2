import { doneOutput } from "../../../contracts/security";
import { cancelEmailChange } from "../../../use-cases/people/cancel-email-change";
import { signedInProcedure } from "../../trpc";

export const cancelEmailChangeProcedure = signedInProcedure.output(doneOutput).mutation(async ({ ctx }) => {
  await cancelEmailChange(ctx.deps, { userId: ctx.viewer.userId });
  return { done: true as const };
});
