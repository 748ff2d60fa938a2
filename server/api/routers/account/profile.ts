import { profileOutput } from "../../../contracts/security";
import { getProfile } from "../../../use-cases/people/get-profile";
import { signedInProcedure } from "../../trpc";

export const profile = signedInProcedure
  .output(profileOutput)
  .query(async ({ ctx }) => await getProfile(ctx.deps, { userId: ctx.viewer.userId }));
