import { doneOutput } from "../../../contracts/security";
import { revokeOtherSessions } from "../../../use-cases/people/revoke-other-sessions";
import { signedInProcedure } from "../../trpc";

export const revokeOtherSessionsProcedure = signedInProcedure.output(doneOutput).mutation(async ({ ctx }) => {
  await revokeOtherSessions(ctx.deps, ctx.viewer);
  return { done: true as const };
});
