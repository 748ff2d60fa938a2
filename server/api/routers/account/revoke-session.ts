import { doneOutput, revokeSessionInput } from "../../../contracts/security";
import { revokeSession } from "../../../use-cases/people/revoke-session";
import { signedInProcedure } from "../../trpc";

export const revokeSessionProcedure = signedInProcedure
  .input(revokeSessionInput)
  .output(doneOutput)
  .mutation(async ({ ctx, input }) => {
    await revokeSession(ctx.deps, { userId: ctx.viewer.userId, sessionId: input.sessionId });
    return { done: true as const };
  });
